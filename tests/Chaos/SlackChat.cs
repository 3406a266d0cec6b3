using Sitrep.LocalSlack;
using Sitrep.LocalSlack.Faults;

namespace Sitrep.Chaos;

/// <summary>Slack, over Socket Mode.</summary>
internal sealed class SlackChat : ILocalChat
{
    private readonly LocalSlackServer _slack;
    private DateTimeOffset _forgotten;
    private int _violations;

    private SlackChat(LocalSlackServer slack) => _slack = slack;

    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Slack__BotToken"] = _slack.Options.BotToken,
        ["Slack__AppToken"] = _slack.Options.AppToken,
        ["Slack__ApiUrl"] = _slack.ApiUrl.ToString(),
    };

    public bool IsReady => _slack.Sockets.Open > 0;

    public IReadOnlyList<string> Calls { get; } = ["conversations.create", "chat.postMessage", "pins.add", "files.completeUploadExternal", "chat.update"];

    public int Faults => _slack.Ledger.Calls.Count(call => call.Fault is not null);

    public int Violations
    {
        get
        {
            Count();
            return _violations;
        }
    }

    public bool IsWithheld { get => field && _slack.Ledger.Calls.Any(call => call.Fault is not null); private set; }

    public static async Task<ILocalChat> StartAsync() => new SlackChat(await LocalSlackServer.Start());

    public Task<string?> DeclareAsync() => TypeAsync("general", "/incident start Checkout down sev2");

    public Task<string?> NoteAsync(string text) => TypeAsync("general", "/timeline INC-1 " + text);

    public Task<string?> CloseAsync() => TypeAsync("general", "/incident INC-1 close");

    public void Withhold(string call)
    {
        _slack.Faults.Add(new(FaultKind.AcceptThenHang, call));
        IsWithheld = true;
    }

    public void Misbehave()
    {
        foreach (var (kind, share) in (IEnumerable<(FaultKind, double)>)[(FaultKind.RateLimited, 0.08), (FaultKind.ServerError, 0.08), (FaultKind.CutBefore, 0.06), (FaultKind.AcceptThenCut, 0.12), (FaultKind.AcceptThenRefusal, 0.06), (FaultKind.Delay, 0.05)])
            foreach (var method in (string[])["chat.postMessage", "chat.update"])
                _slack.Faults.Add(new(kind, method, Times: null, share, TimeSpan.FromSeconds(1)));
    }

    public void Behave()
    {
        IsWithheld = false;
        _slack.Faults.Clear();
    }

    public void ForgetWaits()
    {
        Count();
        _forgotten = TimeProvider.System.GetUtcNow();
    }

    public Held Look()
    {
        lock (_slack.Workspace.Gate)
        {
            var rooms = _slack.Workspace.Channels.Values.Where(channel => channel.Name.StartsWith("inc-1", StringComparison.Ordinal)).ToList();
            var said = rooms.SelectMany(room => room.Messages.Where(message => message.BotId is not null && message.Subtype is null && room.Pins.TrueForAll(pin => pin.Ts != message.Ts)));
            return new(
                rooms.Count,
                rooms.Sum(room => room.Pins.Count),
                _slack.Workspace.ChannelNamed("incidents").Messages.Count(message => message.BotId is not null && message.Subtype is null),
                _slack.Workspace.Files.Values.Count(file => file.IsComplete),
                [.. said.Select(message => message.Blocks?.ToJsonString() ?? message.Text)]);
        }
    }

    public ValueTask DisposeAsync() => _slack.DisposeAsync();

    private async Task<string?> TypeAsync(string channel, string words)
    {
        var outcome = await _slack.As("alice").Command(channel, words);
        return outcome.IsWell ? outcome.Reply?.ToJsonString() ?? "" : null;
    }

    // A limit holds for the method in the channel that was told to wait.
    private void Count()
    {
        var closed = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var call in _slack.Ledger.Calls.Where(call => call.At > _forgotten))
        {
            var lane = $"{call.Method} {call.Arguments["channel"]}";
            if (closed.TryGetValue(lane, out var until) && call.At < until) _violations++;
            if (call.Status == 429) closed[lane] = call.At + TimeSpan.FromSeconds(1);
        }
    }
}
