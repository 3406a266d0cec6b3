using Sitrep.LocalDiscord;
using Sitrep.LocalDiscord.Faults;
using Sitrep.LocalDiscord.People;
using Sitrep.LocalDiscord.State;

namespace Sitrep.Chaos;

/// <summary>Discord, over its gateway.</summary>
internal sealed class DiscordChat : ILocalChat
{
    private const string Messages = "/channels/{channel_id}/messages";
    private readonly DiscordServer _discord;
    private DateTimeOffset _forgotten;
    private int _violations;
    private bool _withheld;

    private DiscordChat(DiscordServer discord) => _discord = discord;

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Discord__BotToken"] = _discord.World.Options.Token,
        ["Discord__GuildId"] = World.GuildId.ToString(),
        ["Discord__ApiUrl"] = new Uri(_discord.Url, "/api/v10/").ToString(),
    };

    public bool IsReady
    {
        get
        {
            lock (_discord.World.Gate) return _discord.Gateway.Live == 1 && _discord.World.Commands.Count > 0;
        }
    }

    public IReadOnlyList<string> Calls { get; } =
        ["POST /guilds/{guild_id}/channels", "POST " + Messages, "PUT " + Messages + "/pins/{message_id}", "PATCH " + Messages + "/{message_id}"];

    // Of the calls only those that were refused show it; a cut leaves a call that was applied.
    public int Faults => _discord.Ledger.Calls.Count(call => call.Status is 429 or >= 500);

    public int Violations
    {
        get
        {
            Count();
            return _violations;
        }
    }

    public bool IsWithheld => _withheld && _discord.Faults.Standing == 0;

    public static async Task<ILocalChat> StartAsync() => new DiscordChat(await DiscordServer.StartAsync(new() { IdentifyInterval = TimeSpan.Zero, RateLimits = new() { IsOn = false } }));

    public Task<string?> DeclareAsync() => TypeAsync(World.GeneralId, "/incident start title: Checkout down");

    public Task<string?> NoteAsync(string text) => TypeAsync(Room(), "/timeline note text: " + text);

    public Task<string?> CloseAsync() => TypeAsync(Room(), "/incident close");

    public void Withhold(string call)
    {
        var (method, path) = call.Split(' ') is [var first, var second] ? (first, second) : throw new ArgumentException(call, nameof(call));
        _discord.Faults.Lay(new(FaultKind.AcceptThenHang) { Method = method, Path = path });
        _withheld = true;
    }

    public void Misbehave()
    {
        foreach (var (kind, share) in (IEnumerable<(FaultKind, double)>)[(FaultKind.RateLimited, 0.08), (FaultKind.ServerError, 0.08), (FaultKind.CutBefore, 0.06), (FaultKind.AcceptThenCut, 0.12), (FaultKind.Delay, 0.05)])
            foreach (var (method, path) in (IEnumerable<(string, string)>)[("POST", Messages), ("PATCH", Messages + "/{message_id}")])
                _discord.Faults.Lay(new(kind) { Method = method, Path = path, Times = null, Probability = share, Seconds = 1 });
    }

    public void Behave()
    {
        _withheld = false;
        _discord.Faults.Clear();
    }

    public void ForgetWaits()
    {
        Count();
        _forgotten = TimeProvider.System.GetUtcNow();
    }

    public Held Look()
    {
        lock (_discord.World.Gate)
        {
            var rooms = _discord.World.Guild.Channels.Values.Where(channel => channel.Name.StartsWith("inc-1", StringComparison.Ordinal)).ToList();
            var said = rooms.SelectMany(room => room.Messages.Where(message => message is { Type: 0, EphemeralTo: null })).ToList();
            return new(
                rooms.Count,
                said.Count(message => message.PinnedAt is not null),
                _discord.World.Guild.Channels[World.IncidentsId].Messages.Count(message => message is { Type: 0, EphemeralTo: null }),
                said.Sum(message => message.Attachments.Count(file => file.FileName.EndsWith(".md", StringComparison.Ordinal))),
                [.. said.Where(message => message.PinnedAt is null).Select(message => message.Content + message.Embeds.ToJsonString())]);
        }
    }

    public ValueTask DisposeAsync() => _discord.DisposeAsync();

    private Snowflake Room()
    {
        lock (_discord.World.Gate)
            return _discord.World.Guild.Channels.Values.First(channel => channel.Name.StartsWith("inc-1", StringComparison.Ordinal)).Id;
    }

    // Three seconds are what Discord waits; a process that was killed answers nothing.
    private async Task<string?> TypeAsync(Snowflake where, string words)
    {
        try
        {
            var ana = _discord.As("ana");
            var typed = ana.Run(where, words);
            while (ana.See(typed).Kind == OutcomeKind.Waiting) await Task.Delay(10);
            return ana.See(typed) is { Kind: OutcomeKind.Answered } seen ? seen.Message?.Content ?? "" : null;
        }
        catch (NotDoneException)
        {
            return null;
        }
    }

    // A limit holds for the method and the path that were told to wait.
    private void Count()
    {
        var closed = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var call in _discord.Ledger.Calls.Where(call => call.At > _forgotten))
        {
            var lane = $"{call.Method} {call.Path}";
            if (closed.TryGetValue(lane, out var until) && call.At < until) _violations++;
            if (call.Status == 429) closed[lane] = call.At + TimeSpan.FromSeconds(1);
        }
    }
}
