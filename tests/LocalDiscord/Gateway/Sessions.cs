using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.Shapes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Gateway;

/// <summary>Who is connected, who may come back, and how many IDENTIFYs are left. Guarded by the world's gate.</summary>
internal sealed class Sessions(World world)
{
    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private readonly List<Connection> _connections = [];
    private DateTimeOffset? _budgetSince, _lastIdentify;
    private int _identifies, _number;

    public IReadOnlyList<Connection> Connections => [.. _connections];

    public GatewayFaults Faults { get; } = new();

    /// <summary>Bots in a session that is neither lost nor ended.</summary>
    public int Live => _sessions.Values.Count(session => session.Connection is not null);

    public int IdentifiesLeft => Math.Max(0, world.Options.IdentifiesPerDay - CountedIdentifies());

    /// <summary>When the day's budget begins anew.</summary>
    public TimeSpan BudgetResetsIn => _budgetSince is { } since ? since.AddDays(1) - world.Now : TimeSpan.Zero;

    public int Open(Connection connection)
    {
        _connections.Add(connection);
        return ++_number;
    }

    public void Closed(Connection connection, bool sessionEnds)
    {
        _connections.Remove(connection);
        if (connection.Session is not { } session || session.Connection != connection) return;
        session.Connection = null;
        session.LostAt = world.Now;
        if (sessionEnds) _sessions.Remove(session.Id);
    }

    public void End(Session session) => _sessions.Remove(session.Id);

    public void EndAll() => _sessions.Clear();

    public Session? Find(string? id)
    {
        if (id is null || !_sessions.TryGetValue(id, out var session)) return null;
        if (session.LostAt is not { } lost || world.Now < lost + world.Options.ResumeWindow) return session;
        _sessions.Remove(id);
        return null;
    }

    /// <summary>Counts an IDENTIFY. Null where another one came within five seconds; false where the day's are used up.</summary>
    public bool? CountIdentify()
    {
        if (_lastIdentify is { } last && world.Now < last + world.Options.IdentifyInterval) return null;
        _lastIdentify = world.Now;
        CountedIdentifies();
        _budgetSince ??= world.Now;
        return ++_identifies <= world.Options.IdentifiesPerDay;
    }

    public Session Begin(Connection connection, int intents)
    {
        var session = new Session(Convert.ToHexStringLower(Guid.NewGuid().ToByteArray()), intents) { Connection = connection };
        _sessions[session.Id] = session;
        connection.Session = session;
        session.Dispatch("READY", ReadyShape.Of(world, session.Id));
        if (world.Guild.Members.ContainsKey(world.Bot.Id))
            session.Dispatch("GUILD_CREATE", GuildShape.Created(world, (intents & Intents.GuildMembers) != 0));
        return session;
    }

    /// <summary>Sends an event to every session whose intents let it through.</summary>
    /// <param name="data">Made for each session by its intents.</param>
    /// <param name="always">Sent whatever the intents.</param>
    public void Dispatch(string type, Func<int, JsonObject> data, bool isDirect, bool always = false)
    {
        var need = Intents.For(type, isDirect);
        foreach (var session in _sessions.Values)
        {
            if (!always && need != 0 && (session.Intents & need) == 0) continue;
            session.Dispatch(type, data(session.Intents), Faults.TakeDuplicate() ? 2 : 1);
        }
    }

    private int CountedIdentifies()
    {
        if (_budgetSince is { } since && world.Now >= since.AddDays(1)) (_budgetSince, _identifies) = (null, 0);
        return _identifies;
    }
}
