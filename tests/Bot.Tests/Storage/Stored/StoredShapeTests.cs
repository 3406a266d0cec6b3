using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Sitrep.Chat.Effects;
using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Storage;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Storage.Stored;

/// <summary>
/// What the database keeps as JSON is a contract with the past. Each version of it is a folder beside this file: the newest is what
/// this version writes, every older one is still read. A change of shape adds a folder and leaves the others as they are.
/// </summary>
public sealed class StoredShapeTests
{
    private static readonly JsonSerializerOptions _readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private static readonly string _folder = Path.Combine(Repository.Root, "tests", "Bot.Tests", "Storage", "Stored");

    public static TheoryData<string> Kinds => [.. StoredSamples.All.Keys];

    public static TheoryData<string> Versions =>
        [.. Directory.EnumerateDirectories(_folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_this_version_writes_is_what_was_approved(string kind)
    {
        var received = Readable(StoredSamples.All[kind].Json);
        var newest = Path.Combine(
            _folder,
            Directory.EnumerateDirectories(_folder).Select(folder => Path.GetFileName(folder)).Max(StringComparer.Ordinal)!);
        var approved = Path.Combine(newest, kind + ".json");
        // To approve a new shape: make the folder of the next version, copy every file that this test wrote there, keep the old folder.
        var written = Path.Combine(AppContext.BaseDirectory, "Stored");
        Directory.CreateDirectory(written);
        File.WriteAllText(Path.Combine(written, kind + ".json"), received);
        Assert.Equal(File.Exists(approved) ? File.ReadAllText(approved) : $"no {approved}", received);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void What_any_version_wrote_is_read_and_no_member_of_it_is_lost(string version)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_folder, version), "*.json"))
        {
            var old = File.ReadAllText(file);
            var now = StoredSamples.All[Path.GetFileNameWithoutExtension(file)].Reread(old);
            Assert.True(Holds(JsonNode.Parse(now), JsonNode.Parse(old)), $"{file} is read as {now}");
        }
    }

    [Fact]
    public void A_list_that_an_older_version_did_not_know_is_empty()
    {
        var old = Path.Combine(_folder, "v2");
        var escalation = JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(old, "escalation.json")), StorageJson.Default.Escalation)!;
        Assert.Empty(escalation.People);
        Assert.Empty(escalation.Groups);
        Assert.Empty(JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(old, "incident.json")), StorageJson.Default.Incident)!.CalledIn);
        var invite = JsonSerializer.Deserialize(File.ReadAllText(Path.Combine(old, "invite-people.json")), StorageJson.Default.Effect)!;
        Assert.Empty(((InvitePeople)invite).Groups);
    }

    [Fact]
    public void Every_kind_of_stored_record_has_a_sample_and_every_member_of_it_is_filled()
    {
        var samples = string.Concat(StoredSamples.All.Values.Select(sample => sample.Json));
        foreach (var derived in (JsonDerivedTypeAttribute[])[.. Derived<Effect>(), .. Derived<TimerPurpose>(), .. Derived<Block>()])
            Assert.Contains($"\"is\":\"{derived.TypeDiscriminator}\"", samples);
        foreach (var type in (Type[])[typeof(Incident), typeof(TimelineEntry), typeof(Escalation)])
        {
            var members = StorageJson
                .Default.GetTypeInfo(type)!
                .Properties.Where(member => member.Get is not null && member.Set is not null)
                .Select(member => member.Name);
            var kind = type == typeof(TimelineEntry) ? "timeline-entry" : type.Name.ToLowerInvariant();
            Assert.Equal([], members.Except(JsonNode.Parse(StoredSamples.All[kind].Json)!.AsObject().Select(member => member.Key)));
        }
    }

    private static IEnumerable<JsonDerivedTypeAttribute> Derived<T>() =>
        typeof(T).GetCustomAttributes(inherit: false).OfType<JsonDerivedTypeAttribute>();

    private static string Readable(string json) => JsonNode.Parse(json)!.ToJsonString(_readable) + "\n";

    // Members may have been added since, also behind those of a span of a line.
    private static bool Holds(JsonNode? now, JsonNode? old) => (now, old) switch
    {
        (JsonObject a, JsonObject b) => b.All(member => a.TryGetPropertyValue(member.Key, out var value) && Holds(value, member.Value)),
        (JsonArray a, JsonArray b) => a.Count >= b.Count && a.Zip(b).All(pair => Holds(pair.First, pair.Second)),
        _ => JsonNode.DeepEquals(now, old),
    };
}
