namespace Sitrep.Chat.Discord.Rest;

/// <summary>
/// Counts answers of 401, 403 and 429. Discord shuts an address out at 10,000 within ten minutes (docs: topics, "Rate
/// Limits"); the bot stops at a hundred, because then something is wrong that more requests do not mend.
/// </summary>
internal sealed class InvalidRequestBudget(TimeProvider clock)
{
    /// <summary>How many are borne.</summary>
    public const int Most = 100;

    private static readonly TimeSpan _window = TimeSpan.FromMinutes(10);
    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _earned = new();

    /// <summary>One more.</summary>
    public void Count()
    {
        lock (_lock) _earned.Enqueue(clock.GetUtcNow());
    }

    /// <summary>How long nothing may be sent; null where there is room.</summary>
    public TimeSpan? Wait()
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            while (_earned.TryPeek(out var first) && (now - first >= _window || now < first)) _earned.Dequeue();
            return _earned.Count < Most ? null : _window - (now - _earned.Peek());
        }
    }
}
