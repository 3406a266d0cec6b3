namespace Sitrep.Chat.Discord.Gateway;

/// <summary>
/// How often a session may be begun. Discord resets the token after 1,000 within a day; the bot stops at 200, and
/// earlier where Discord's own count says so.
/// </summary>
internal sealed class IdentifyBudget(TimeProvider clock)
{
    /// <summary>Sessions a day.</summary>
    public const int Most = 200;

    // Some of what Discord allows stays for whoever repairs it by hand.
    private const int Reserve = 10;
    private static readonly TimeSpan _day = TimeSpan.FromHours(24);

    // One session in five seconds: max_concurrency of an application that asks for no more.
    private static readonly TimeSpan _apart = TimeSpan.FromSeconds(5);
    private readonly Queue<DateTimeOffset> _begun = new();
    private DateTimeOffset? _last;
    private (int Remaining, DateTimeOffset Until)? _told;

    /// <summary>Discord's own count of identifies (docs: events, "Gateway", Session Start Limit Object).</summary>
    public void Learn(int remaining, TimeSpan resetAfter) => _told = (remaining, clock.GetUtcNow() + resetAfter);

    /// <summary>Asks to begin a session.</summary>
    /// <returns>Null where it may, and is counted; otherwise how long to wait.</returns>
    public TimeSpan? Take()
    {
        var now = clock.GetUtcNow();
        while (_begun.TryPeek(out var first) && (now - first >= _day || now < first)) _begun.Dequeue();
        if (_told is { } told && told.Remaining <= Reserve && now < told.Until) return told.Until - now;
        if (_begun.Count >= Most) return _day - (now - _begun.Peek());
        if (_last is { } last && now >= last && now - last < _apart) return _apart - (now - last);
        _begun.Enqueue(now);
        _last = now;
        if (_told is { } count) _told = count with { Remaining = count.Remaining - 1 };
        return null;
    }
}
