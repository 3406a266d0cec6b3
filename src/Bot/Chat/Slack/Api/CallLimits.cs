namespace Sitrep.Chat.Slack.Api;

/// <summary>
/// When a call may be made: not before the moment that Slack named for its method, and to one channel one message a
/// second (docs.slack.dev/apis/web-api/rate-limits). A message to a channel waits for its turn; what
/// Slack asked to wait is put back with the exact time left.
/// </summary>
internal sealed class CallLimits(SlackOptions options, TimeProvider clock, SlackStatus standing)
{
    private const int MostChannels = 4096;
    private static readonly TimeSpan _unnamed = TimeSpan.FromSeconds(30);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _channels = new(StringComparer.Ordinal);

    /// <summary>Lets a call through.</summary>
    /// <exception cref="PlatformRefusalException">Not now; nothing was sent.</exception>
    public async Task PassAsync(string method, string? channel, CancellationToken cancellation, bool isApp = false)
    {
        var now = clock.GetUtcNow();
        // The app's token opens sockets while the bot's is refused: what people type is still taken.
        if (!isApp) standing.Pass(now);
        TimeSpan wait;
        lock (_gate)
        {
            if (_methods.TryGetValue(method, out var free) && free > now) throw Later(free - now);
            if (channel is null) return;
            if (_channels.Count >= MostChannels) _channels.Clear();
            var turn = _channels.TryGetValue(channel, out var next) && next > now ? next : now;
            _channels[channel] = turn + options.PostsEvery;
            wait = turn - now;
        }

        // A waiting row is about to be sent: rows that arrive behind it leave with the next one as one message.
        if (wait <= TimeSpan.Zero) return;
        await Task.Delay(wait, clock, cancellation);
        // Slack may have asked to wait meanwhile.
        now = clock.GetUtcNow();
        lock (_gate)
            if (_methods.TryGetValue(method, out var free) && free > now) throw Later(free - now);
    }

    /// <summary>Slack asks to wait.</summary>
    public PlatformRefusalException Wait(string method, TimeSpan? asked)
    {
        var wait = asked ?? _unnamed;
        lock (_gate) _methods[method] = clock.GetUtcNow() + wait;
        return Later(wait);
    }

    private static PlatformRefusalException Later(TimeSpan wait) => new("rate_limited", permanent: false, wait);
}
