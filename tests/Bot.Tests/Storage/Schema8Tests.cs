using System.Text.Json;
using Sitrep.Chat.Effects;
using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Storage;
using Sitrep.Storage.Rows;
using Sitrep.Storage.Sqlite;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Storage;

/// <summary>A database of the time when people had no platform, with effects that wait for Slack.</summary>
public sealed class Schema8Tests : IDisposable
{
    private static readonly Person _ana = new("slack", "U0ANA", "ana");
    private static readonly Person _ben = new("slack", "U0BEN", "ben");
    private readonly string _folder = Directory.CreateTempSubdirectory("sitrep-schema-").FullName;

    [Fact]
    public void People_belong_to_the_platform_of_the_incident_they_stand_in()
    {
        using var connection = Opened();
        var record = Read(connection, 2);
        Assert.Equal((_ana, _ana, _ben), (record.Incident.DeclaredBy, record.Incident.Lead, record.Incident.Roles["comms"]));
        Assert.Equal([_ben, _ana], record.Timeline.Select(entry => entry.By));
        Assert.Equal([(_ana, _ben)], record.Escalations.Select(escalation => (escalation.By, escalation.AcknowledgedBy)));
        Assert.Equal([_ana, _ben, _ana, _ana, Person.Named("bot", "sitrep")], record.Notes.Select(note => note.By));
        Assert.Equal(_ben, IncidentQueries.LastCorrection(connection, record.Incident.Id, _ben)!.Before.By);
        Assert.Null(IncidentQueries.LastCorrection(connection, record.Incident.Id, _ben with { Platform = "web" }));
        var built = Read(connection, 1);
        Assert.Equal(
            ["web"],
            built.Timeline.Select(entry => entry.By).Append(built.Incident.DeclaredBy).Select(person => person.Platform).Distinct());
    }

    [Fact]
    public void What_waits_for_a_platform_still_reaches_its_people()
    {
        using var connection = Opened();
        var waiting = connection.Query<string>("select effect from outbox where state = 'pending' order by id")
            .Select(json => JsonSerializer.Deserialize(json, StorageJson.Default.Effect)!).ToList();
        Assert.Equal([_ana], waiting.OfType<OpenChannel>().Single().Invite);
        Assert.All(waiting.OfType<InvitePeople>(), invite => Assert.Equal((_ben, _ana), (Assert.Single(invite.People), invite.By)));
        Assert.All(waiting.OfType<TellPerson>(), tell => Assert.Equal(_ana, tell.Person));
        Assert.Equal(_ben, waiting.OfType<ReadMessage>().Single().By);
        var page = waiting.OfType<PostMessage>().Single(post => post.IsPage).Message;
        Assert.Equal(
            [new Mention(_ben, Ping: true), new Mention(_ana)],
            page.Blocks.OfType<Paragraph>().SelectMany(block => block.Line.Spans).OfType<Mention>());
    }

    [Fact]
    public void Answers_and_messages_are_read_as_they_were()
    {
        using var connection = Opened();
        var answers = connection
            .Query<string>("select reply from deliveries")
            .Select(json => JsonSerializer.Deserialize(json, StorageJson.Default.Reply)!.Message.PlainText)
            .ToList();
        Assert.Contains("✅ @ben acknowledged the escalation to @ben at 14:05 UTC (1 min after the call).", answers);
        var posted = connection
            .Query<string>("select message from chat_messages")
            .Select(json => JsonSerializer.Deserialize(json, StorageJson.Default.Message)!.PlainText)
            .ToList();
        Assert.Contains(posted, text => text.Contains("Called in: @li: the database is full — @ben"));
    }

    [Fact]
    public void A_damaged_record_keeps_no_other_from_being_read()
    {
        using var connection = Opened("update incidents set details = '{' where number = 1");
        Assert.Equal(_ana, Read(connection, 2).Incident.DeclaredBy);
    }

    public void Dispose()
    {
        SqliteStore.Release();
        Directory.Delete(_folder, recursive: true);
    }

    private StoreConnection Opened(string? before = null)
    {
        var database = new SqliteStore($"Data Source={Path.Combine(_folder, "sitrep.db")}");
        using (var old = database.Open())
        {
            old.Execute(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Bot.Tests", "Storage", "schema-008.sql")));
            if (before is not null) old.Execute(before);
        }

        database.Prepare();
        return database.Open();
    }

    private static IncidentRecord Read(IReads reads, long number) =>
        IncidentQueries.Record(reads, IncidentQueries.Find(reads, new(number))!);
}
