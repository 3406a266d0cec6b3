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
    private readonly List<DateTimeOffset> _deaths = [];
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
    [
        "POST /guilds/{guild_id}/channels",
        "POST " + Messages,
        "PUT " + Messages + "/pins/{message_id}",
        "PATCH " + Messages + "/{message_id}",
    ];

    public string Creation => "POST /guilds/{guild_id}/channels";

    public IReadOnlyList<(string Kind, string Call)> Faults => [.. _discord.Faults.Struck.Select(one => (one.Kind.ToString(), one.Route))];

    // A limit holds for the method and the path that were told to wait.
    public int Violations =>
        Misbehaviour.Early(_discord.Ledger.Calls.Select(call => (call.At, $"{call.Method} {call.Path}", call.Status)), _deaths);

    public bool IsWithheld => _withheld && _discord.Faults.Standing == 0;

    public static async Task<ILocalChat> StartAsync() =>
        new DiscordChat(
            await DiscordServer.StartAsync(
                new()
                {
                    IdentifyInterval = TimeSpan.Zero,
                    RateLimits = new() { IsOn = false },
                }));

    public Task<string?> DeclareAsync(string title = "Checkout down") => TypeAsync(World.GeneralId, "/incident start title: " + title);

    public Task<string?> NoteAsync(string text, int incident = 1) => TypeAsync(Room(incident), "/timeline note text: " + text);

    public Task<string?> CloseAsync() => TypeAsync(Room(1), "/incident close");

    public void Withhold(string call, int time)
    {
        var (method, path) = call.Split(' ') is [var first, var second] ? (first, second) : throw new ArgumentException(call, nameof(call));
        _discord.Faults.Lay(new(FaultKind.AcceptThenHang) { Method = method, Path = path, Skip = time - 1 });
        _withheld = true;
    }

    public void Misbehave()
    {
        foreach (var (kind, share) in Misbehaviour.Shares)
            foreach (
                var (method, path) in (IEnumerable<(string, string)>)
                    [("POST", "/guilds/{guild_id}/channels"), ("POST", Messages), ("PATCH", Messages + "/{message_id}")])
                _discord.Faults.Lay(
                    new(Enum.Parse<FaultKind>(kind))
                    {
                        Method = method,
                        Path = path,
                        Times = null,
                        Probability = share,
                        Seconds = Misbehaviour.Wait.TotalSeconds,
                    });
    }

    public void Behave()
    {
        _withheld = false;
        _discord.Faults.Clear();
    }

    public void ForgetWaits() => _deaths.Add(TimeProvider.System.GetUtcNow());

    public Held Look()
    {
        lock (_discord.World.Gate)
        {
            var rooms = _discord
                .World.Guild.Channels.Values.Where(channel => channel.Name.StartsWith(Held.Prefix, StringComparison.Ordinal))
                .ToList();
            var said = rooms.SelectMany(room => Said(room.Messages)).ToList();
            return new(
                rooms.Count,
                Held.Distinct(rooms.Select(room => room.Name)),
                rooms.Count(room => Said(room.Messages).Count(message => message.PinnedAt is not null) == 1),
                Held.Once(Said(_discord.World.Guild.Channels[World.IncidentsId].Messages).Select(Words)),
                said.Sum(message => message.Attachments.Count(file => file.FileName.EndsWith(".md", StringComparison.Ordinal))),
                [.. said.Where(message => message.PinnedAt is null).Select(Words)]);
        }
    }

    public ValueTask DisposeAsync() => _discord.DisposeAsync();

    private static IEnumerable<Message> Said(IEnumerable<Message> messages) =>
        messages.Where(message => message is { Type: 0, EphemeralTo: null });

    private static string Words(Message message) => message.Content + message.Embeds.ToJsonString();

    // Null while it is not open.
    private Snowflake? Room(int incident)
    {
        lock (_discord.World.Gate)
            return _discord
                .World.Guild.Channels.Values.FirstOrDefault(channel =>
                    channel.Name.StartsWith($"{Held.Prefix}{incident}-", StringComparison.Ordinal))
                ?.Id;
    }

    // Three seconds are what Discord waits; a process that was killed answers nothing.
    private async Task<string?> TypeAsync(Snowflake? where, string words)
    {
        if (where is not { } channel) return null;
        try
        {
            var ana = _discord.As("ana");
            var typed = ana.Run(channel, words);
            while (ana.See(typed).Kind == OutcomeKind.Waiting) await Task.Delay(10);
            return ana.See(typed) is { Kind: OutcomeKind.Answered } seen ? seen.Message?.Content ?? "" : null;
        }
        catch (NotDoneException)
        {
            return null;
        }
    }
}
