
namespace Sitrep.LocalSlack.Api;

/// <summary>
/// Calls a minute by tier, and about one message a second in a channel with a short burst.
/// Source: <see href="https://docs.slack.dev/apis/web-api/rate-limits"/>.
/// </summary>
public sealed class RateLimits(TimeProvider clock)
{
    private const int Burst = 3;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (double Tokens, DateTimeOffset At)> _posting = new(StringComparer.Ordinal);

    /// <summary>How long to wait before this call may be made; null when it may be made now, and then it counts.</summary>
    public TimeSpan? MustWait(Method method, string? channel)
    {
        lock (_gate)
        {
            return method.Tier switch
            {
                Tier.Posting => ForPosting(channel ?? ""),
                Tier.Special => null,
                _ => PerMinute(method.Name, (int)method.Tier),
            };
        }
    }

    private TimeSpan? PerMinute(string method, int most)
    {
        var now = clock.GetUtcNow();
        if (!_calls.TryGetValue(method, out var calls)) _calls[method] = calls = [];
        while (calls.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromMinutes(1)) calls.Dequeue();
        if (calls.Count >= most) return calls.Peek() + TimeSpan.FromMinutes(1) - now;
        calls.Enqueue(now);
        return null;
    }

    private TimeSpan? ForPosting(string channel)
    {
        var now = clock.GetUtcNow();
        var (tokens, at) = _posting.GetValueOrDefault(channel, (Burst, now));
        tokens = Math.Min(Burst, tokens + (now - at).TotalSeconds);
        var isAllowed = tokens >= 1;
        _posting[channel] = (isAllowed ? tokens - 1 : tokens, now);
        return isAllowed ? null : TimeSpan.FromSeconds(1 - tokens);
    }
}
