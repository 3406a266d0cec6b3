using System.Globalization;

namespace Sitrep.Chat.Discord.Rest;

/// <summary>
/// What Discord said about its limits: a bucket for operations that share one, counted for each channel or guild; and
/// the limit over all. Nothing is sent before it may be, so that no 429 is earned.
/// </summary>
internal sealed class RateLimits(TimeProvider clock)
{
    private const int GlobalPerSecond = 50;
    private const int ManyBuckets = 2_000;
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _bucketOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> _lastSecond = new();
    private Pause? _everything;
    private Pause? _address;

    /// <summary>Asks to send.</summary>
    /// <returns>Null where it may go now, and is counted; otherwise how long to wait.</returns>
    public TimeSpan? Take(RestRoute operation)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            // The edge's own ban stops everything; the global limit does not bind answers to interactions.
            if (_address?.Left(now) is { } ban) return ban;
            if (!operation.IsInteraction && (_everything?.Left(now) ?? GlobalWait(now)) is { } wait) return wait;
            if (_buckets.TryGetValue(KeyOf(operation), out var bucket))
            {
                if (bucket.Until.Left(now) is not { } left) _buckets.Remove(KeyOf(operation));
                else if (bucket.Remaining <= 0) return left;
                else _buckets[KeyOf(operation)] = bucket with { Remaining = bucket.Remaining - 1 };
            }

            if (!operation.IsInteraction) _lastSecond.Enqueue(now);
            return null;
        }
    }

    /// <summary>Reads what an answer's headers say about the bucket.</summary>
    public void Learn(RestRoute operation, HttpResponseMessage answer)
    {
        if (Header(answer, "X-RateLimit-Bucket") is not { } name
            || Number(answer, "X-RateLimit-Remaining") is not { } remaining
            || Number(answer, "X-RateLimit-Reset-After") is not { } after) return;
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            _bucketOf[NameOf(operation)] = name;
            _buckets[KeyOf(operation)] = new((int)remaining, new(now, TimeSpan.FromSeconds(after)));
            if (_buckets.Count > ManyBuckets)
                foreach (var key in _buckets.Where(bucket => bucket.Value.Until.Left(now) is null).Select(bucket => bucket.Key).ToList())
                    _buckets.Remove(key);
        }
    }

    /// <summary>A 429 said to wait: this bucket, or everything.</summary>
    public void Refused(RestRoute operation, RateLimitResponse slow)
    {
        var pause = new Pause(clock.GetUtcNow(), slow.Wait);
        lock (_lock)
        {
            if (slow.FromEdge) _address = pause;
            else if (slow.Everything && !operation.IsInteraction) _everything = pause;
            else _buckets[KeyOf(operation)] = new(0, pause);
        }
    }

    internal static double? Number(HttpResponseMessage answer, string header) =>
        double.TryParse(Header(answer, header), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number is >= 0 and < 1e9
            ? number
            : null;

    internal static string? Header(HttpResponseMessage answer, string header) =>
        answer.Headers.TryGetValues(header, out var values) ? values.First() : null;

    private TimeSpan? GlobalWait(DateTimeOffset now)
    {
        while (_lastSecond.TryPeek(out var first) && (now - first >= _second || now < first)) _lastSecond.Dequeue();
        return _lastSecond.Count < GlobalPerSecond ? null : _second - (now - _lastSecond.Peek());
    }

    // Until an answer names the bucket, an operation is its own.
    private string KeyOf(RestRoute operation) => $"{_bucketOf.GetValueOrDefault(NameOf(operation), NameOf(operation))} {operation.Major}";

    private static string NameOf(RestRoute operation) => $"{operation.Method} {operation.Template}";

    private sealed record Bucket(int Remaining, Pause Until);

    /// <summary>A wait, measured from when it was asked for: a clock that is turned back must not make it longer.</summary>
    private sealed record Pause(DateTimeOffset Since, TimeSpan Wait)
    {
        public TimeSpan? Left(DateTimeOffset now) => now >= Since && now - Since < Wait ? Wait - (now - Since) : null;
    }
}
