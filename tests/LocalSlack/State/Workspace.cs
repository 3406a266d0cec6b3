using System.Text.Json.Nodes;

namespace Sitrep.LocalSlack.State;

/// <summary>
/// Everything the server remembers. Whoever reads or changes it holds <see cref="Gate"/>: Slack's own order of things
/// is one after the other too.
/// </summary>
public sealed class Workspace
{
    private readonly TimeProvider _clock;
    private long _lastTs;
    private int _lastId;

    public Workspace(LocalSlackOptions options, TimeProvider clock)
    {
        _clock = clock;
        App = new(options);
        Created = clock.GetUtcNow().ToUnixTimeSeconds();
        Users[App.BotUserId] = new(App.BotUserId, App.Name) { IsBot = true, Email = null };
        AddUser("alice").RealName = "Alice Meyer";
        AddUser("ben");
        AddUser("carol").DisplayName = "";
        AddUser("dan").IsDeactivated = true;
        AddUser("gus").IsGuest = true;
        foreach (var name in new[] { "general", "incidents", "random" })
        {
            var channel = AddChannel(name, ConversationKind.Public, "U0000001", isGeneral: name == "general");
            channel.Members.AddRange(Users.Values.Where(user => !user.IsBot && !user.IsDeactivated).Select(user => user.Id));
        }
    }

    public Lock Gate { get; } = new();
    public App App { get; }
    public string TeamId => "T0LOCAL";
    public string TeamName => "Local";
    public string Domain => "local";

    /// <summary>Where people see it; permalinks begin so.</summary>
    public string Url => $"https://{Domain}.slack.com/";

    /// <summary>Unix seconds.</summary>
    public long Created { get; }

    public Dictionary<string, SlackUser> Users { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, SlackChannel> Channels { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, SlackFile> Files { get; } = new(StringComparer.Ordinal);
    public List<JsonObject> Usergroups { get; } = [];

    /// <summary>The modals that lie open before each person, the last on top.</summary>
    public Dictionary<string, List<SlackView>> OpenViews { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SlackView> Homes { get; } = new(StringComparer.Ordinal);
    public DateTimeOffset Now => _clock.GetUtcNow();
    public long UnixNow => Now.ToUnixTimeSeconds();

    /// <summary>The next message's <c>ts</c>: seconds, a point, six digits; never one twice.</summary>
    public string NextTs()
    {
        _lastTs = Math.Max(_lastTs + 1, Now.ToUnixTimeMilliseconds() * 1000);
        return $"{_lastTs / 1_000_000}.{_lastTs % 1_000_000:000000}";
    }

    /// <summary>An id that Slack could have given, like <c>C0000012</c>.</summary>
    public string NextId(string prefix) => $"{prefix}{++_lastId:0000000}";

    public SlackUser AddUser(string name)
    {
        var user = new SlackUser(NextId("U"), name);
        return Users[user.Id] = user;
    }

    public SlackChannel AddChannel(string name, ConversationKind kind, string creator, bool isGeneral = false)
    {
        var id = NextId(kind switch { ConversationKind.Public => "C", ConversationKind.Private => "G", _ => "D" });
        return Channels[id] = new(id, name, kind, creator, UnixNow) { IsGeneral = isGeneral };
    }

    /// <summary>The direct conversation of two people; opened when there is none yet.</summary>
    public SlackChannel Direct(string one, string other)
    {
        var found = Channels.Values.FirstOrDefault(channel =>
            channel.Kind == ConversationKind.Direct && channel.Members.Contains(one) && channel.Members.Contains(other));
        if (found is not null) return found;
        var opened = AddChannel("", ConversationKind.Direct, one);
        opened.Members.AddRange(new[] { one, other }.Distinct(StringComparer.Ordinal));
        return opened;
    }

    public SlackUser UserNamed(string nameOrId) =>
        Users.TryGetValue(nameOrId, out var user)
            ? user
            : Users.Values.FirstOrDefault(one => one.Name == nameOrId.TrimStart('@'))
                ?? throw new KeyNotFoundException($"Nobody is called {nameOrId}");

    public SlackChannel ChannelNamed(string nameOrId) => Channels.TryGetValue(nameOrId, out var channel) ? channel
        : Channels.Values.FirstOrDefault(one => one.Kind != ConversationKind.Direct && one.Name == nameOrId.TrimStart('#'))
            ?? throw new KeyNotFoundException($"No channel is called {nameOrId}");
}
