using Sitrep.LocalSlack;
using Sitrep.LocalSlack.Faults;
using Sitrep.LocalSlack.State;

namespace Sitrep.Chaos;

/// <summary>Slack, over Socket Mode.</summary>
internal sealed class SlackChat : ILocalChat
{
    private readonly LocalSlackServer _slack;
    private readonly List<DateTimeOffset> _deaths = [];

    private SlackChat(LocalSlackServer slack) => _slack = slack;

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Slack__BotToken"] = _slack.Options.BotToken,
        ["Slack__AppToken"] = _slack.Options.AppToken,
        ["Slack__ApiUrl"] = _slack.ApiUrl.ToString(),
    };

    public bool IsReady => _slack.Sockets.Open > 0;

    public IReadOnlyList<string> Calls { get; } =
    ["conversations.create", "chat.postMessage", "pins.add", "files.completeUploadExternal", "chat.update"];

    public string Creation => "conversations.create";

    public IReadOnlyList<(string Kind, string Call)> Faults => [.. _slack.Faults.Struck.Select(one => (one.Kind.ToString(), one.Method))];

    // A limit holds for the method in the channel that was told to wait.
    public int Violations =>
        Misbehaviour.Early(
            _slack.Ledger.Calls.Select(call => (call.At, $"{call.Method} {call.Arguments["channel"]}", call.Status)),
            _deaths);

    public bool IsWithheld { get => field && _slack.Ledger.Calls.Any(call => call.Fault is not null); private set; }

    public static async Task<ILocalChat> StartAsync() => new SlackChat(await LocalSlackServer.Start());

    public Task<string?> DeclareAsync(string title = "Checkout down") => TypeAsync("general", $"/incident start {title} sev2");

    public Task<string?> NoteAsync(string text, int incident = 1) => TypeAsync("general", $"/timeline INC-{incident} {text}");

    public Task<string?> CloseAsync() => TypeAsync("general", "/incident INC-1 close");

    public void Withhold(string call, int time)
    {
        _slack.Faults.Add(new(FaultKind.AcceptThenHang, call, Skip: time - 1));
        IsWithheld = true;
    }

    public void Misbehave()
    {
        foreach (var (kind, share) in Misbehaviour.Shares.Append((nameof(FaultKind.AcceptThenRefusal), 0.05)))
            foreach (var method in (string[])[Creation, "chat.postMessage", "chat.update"])
                _slack.Faults.Add(new(Enum.Parse<FaultKind>(kind), method, Times: null, share, Misbehaviour.Wait));
    }

    public void Behave()
    {
        IsWithheld = false;
        _slack.Faults.Clear();
    }

    public void ForgetWaits() => _deaths.Add(TimeProvider.System.GetUtcNow());

    public Held Look()
    {
        lock (_slack.Workspace.Gate)
        {
            var rooms = _slack
                .Workspace.Channels.Values.Where(channel => channel.Name.StartsWith(Held.Prefix, StringComparison.Ordinal))
                .ToList();
            var said = rooms.SelectMany(room =>
                room.Messages.Where(message =>
                    message.BotId is not null && message.Subtype is null && room.Pins.TrueForAll(pin => pin.Ts != message.Ts)));
            return new(
                rooms.Count,
                Held.Distinct(rooms.Select(room => room.Name)),
                rooms.Count(room => room.Pins.Count == 1),
                Held.Once(
                    _slack
                        .Workspace.ChannelNamed("incidents")
                        .Messages.Where(message => message.BotId is not null && message.Subtype is null)
                        .Select(Words)),
                _slack.Workspace.Files.Values.Count(file => file.IsComplete),
                [.. said.Select(Words)]);
        }
    }

    public ValueTask DisposeAsync() => _slack.DisposeAsync();

    private async Task<string?> TypeAsync(string channel, string words)
    {
        var outcome = await _slack.As("alice").Command(channel, words);
        return outcome.IsWell ? outcome.Reply?.ToJsonString() ?? "" : null;
    }

    private static string Words(SlackMessage message) => message.Blocks?.ToJsonString() ?? message.Text;
}
