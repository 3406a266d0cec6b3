using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord;

/// <summary>A request and its answer.</summary>
/// <param name="Route">Method and template, like <c>POST /channels/{channel_id}/messages</c>; the bare path where none fits.</param>
/// <param name="Applied">Whether its effect took place: true for an answer below 300, also when the answer was never sent.</param>
public sealed record Call(
    DateTimeOffset At,
    string Method,
    string Path,
    string Route,
    JsonNode? Body,
    int FileCount,
    int Status,
    JsonNode? Answer,
    bool Applied);

/// <summary>One gateway frame.</summary>
/// <param name="Received">True when it came from the bot.</param>
public sealed record Frame(DateTimeOffset At, int Connection, bool Received, JsonNode Payload);

/// <summary>Somebody's phone made a noise.</summary>
public sealed record Ping(DateTimeOffset At, Snowflake MessageId, Snowflake ChannelId, Mentions Who);

/// <summary>Everything that happened on the wire, in order. Reading copies.</summary>
public sealed class Ledger
{
    private readonly Lock _gate = new();
    private readonly List<Call> _calls = [];
    private readonly List<Frame> _frames = [];
    private readonly List<Ping> _pings = [];
    private readonly List<string> _violations = [];

    public IReadOnlyList<Call> Calls => Copy(_calls);

    public IReadOnlyList<Frame> Frames => Copy(_frames);

    /// <summary>Who was notified by a message of the bot's.</summary>
    public IReadOnlyList<Ping> Pings => Copy(_pings);

    /// <summary>What a request or frame broke of the published schemas, beside the answer that it got.</summary>
    public IReadOnlyList<string> Violations => Copy(_violations);

    internal void Add(Call call) => Add(_calls, call);

    internal void Add(Frame frame) => Add(_frames, frame);

    internal void Add(Ping ping) => Add(_pings, ping);

    internal void AddViolation(string violation) => Add(_violations, violation);

    private void Add<T>(List<T> list, T one)
    {
        lock (_gate) list.Add(one);
    }

    private T[] Copy<T>(List<T> list)
    {
        lock (_gate) return [.. list];
    }
}
