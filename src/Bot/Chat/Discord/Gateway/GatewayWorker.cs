using System.Net.WebSockets;
using System.Text.Json;
using Sitrep.Chat.Discord.Rest;

namespace Sitrep.Chat.Discord.Gateway;

/// <summary>
/// Stays connected: resumes after every cut, begins a new session only where the old one is gone and the budget allows,
/// and stops where Discord says that nothing will help.
/// </summary>
internal sealed class GatewayWorker(
    DiscordRest rest,
    DiscordOptions options,
    DispatchHandler dispatches,
    TimeProvider clock,
    ILogger<GatewayWorker> log) : BackgroundService
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _connecting = TimeSpan.FromSeconds(15);
    private readonly IdentifyBudget _budget = new(clock);
    private readonly Session _session = new();
    private int _failures;
    private string? _fatal;
    private string? _away;

    /// <summary>How it stands, for doctor, health and the dashboard: what the operator must do; null where nothing.</summary>
    public string? Problem => _fatal ?? _away;

    /// <summary>Whether the gateway has said READY or RESUMED on the connection that stands.</summary>
    public bool IsConnected { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The rest of the bot starts first.
        await Task.Yield();
        try
        {
            while (await OnceAsync(stoppingToken))
            {
                // Again.
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping. The socket was cut without a close code, so that a quick restart loses nothing.
        }
    }

    private async Task<bool> OnceAsync(CancellationToken cancellation)
    {
        var resuming = _session.CanResume;
        AfterClose after;
        try
        {
            var url = resuming ? _session.ResumeUrl! : options.GatewayUrl ?? await AddressAsync(cancellation);
            if (!resuming && _budget.Take() is { } wait)
            {
                log.LogWarning("Discord: the next session begins in {Wait}", wait);
                await Task.Delay(wait, clock, cancellation);
                return true;
            }

            after = await TalkAsync(url, resuming, cancellation);
        }
        catch (Exception problem) when (problem is WebSocketException or HttpRequestException or PlatformRefusalException or JsonException)
        {
            log.LogWarning("Discord's gateway cannot be reached: {Problem}", problem.Message);
            _away ??= $"Discord does not answer since {clock.GetUtcNow():HH:mm} UTC ({problem.Message}). What waits is sent once it does.";
            // "If the reconnect fails, open a new connection using the URL from the initial call."
            if (resuming && _failures > 2) _session.Forget();
            await BackOffAsync(problem is PlatformRefusalException { RetryAfter: { } said } ? said : null, cancellation);
            return true;
        }

        if (after == AfterClose.Stop) return false;
        if (after == AfterClose.Identify) _session.Forget();
        // A session that is taken up and dropped again and again is not worth another try.
        if (resuming && _failures > 3) _session.Forget();
        if (_failures > 0) await BackOffAsync(null, cancellation);
        return true;
    }

    private async Task<AfterClose> TalkAsync(Uri url, bool resuming, CancellationToken cancellation)
    {
        using var socket = new ClientWebSocket();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var timer = clock.CreateTimer(_ => patience.Cancel(), null, _connecting, Timeout.InfiniteTimeSpan);
        try
        {
            await socket.ConnectAsync(new UriBuilder(url) { Query = "v=10&encoding=json" }.Uri, patience.Token);
        }
        catch (OperationCanceledException problem) when (!cancellation.IsCancellationRequested)
        {
            throw new WebSocketException("no answer", problem);
        }

        _failures++;
        using var connection = new Connection(socket);
        GatewaySession? conversation = null;
        var calls = new GatewayCalls(Random.Shared.NextDouble, WaitAsync, (name, data) => Happened(conversation!, name, data), Closed);
        conversation = new GatewaySession(connection, _session, calls, clock);
        try
        {
            return await conversation.RunAsync(resuming, options.BotToken!, Intents.For(options), cancellation);
        }
        finally
        {
            IsConnected = false;
        }
    }

    private void Happened(GatewaySession conversation, string name, JsonElement data)
    {
        if (conversation.Worked && !IsConnected)
        {
            IsConnected = true;
            (_fatal, _away) = (null, null);
            _failures = 0;
            log.LogInformation("Discord is connected");
        }

        dispatches.Take(name, data);
    }

    private void Closed(int code)
    {
        if (CloseCodes.After(code) != AfterClose.Stop)
        {
            log.LogInformation("Discord closed the gateway with {Code}", code);
            return;
        }

        _fatal = $"{code}: {CloseCodes.Remedy(code)}";
        log.LogCritical(
            "Discord closed the gateway for good with {Problem} The built-in chat works on; restart the bot once it is mended.",
            _fatal);
    }

    private async Task<Uri> AddressAsync(CancellationToken cancellation)
    {
        var gateway = (await rest.SendAsync(RestRoute.Get("gateway/bot"), null, cancellation)).Read(GatewayJson.Default.GatewayBot);
        if (gateway.SessionStartLimit is { } limit) _budget.Learn(limit.Remaining, TimeSpan.FromMilliseconds(limit.ResetAfter));
        return Uri.TryCreate(gateway.Url, UriKind.Absolute, out var url) && url.Scheme is "ws" or "wss"
            ? url
            : throw new HttpRequestException("Discord named no address of its gateway");
    }

    // "Wait a random amount of time, between 1 and 5 seconds", after an invalid session.
    private Task WaitAsync(CancellationToken cancellation) =>
        Task.Delay(TimeSpan.FromSeconds(1 + (4 * Random.Shared.NextDouble())), clock, cancellation);

    private Task BackOffAsync(TimeSpan? said, CancellationToken cancellation)
    {
        _failures++;
        return Task.Delay(said ?? Backoff.After(_failures + 1, _longest), clock, cancellation);
    }
}
