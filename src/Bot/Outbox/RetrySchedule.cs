namespace Sitrep.Outbox;

/// <summary>How long to wait before the next try.</summary>
public static class RetrySchedule
{
    /// <summary>After so many tries a row is taken out of its lane, so that it holds up nothing else.</summary>
    public const int MostAttempts = 5;

    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(1);

    /// <summary>Doubles from one second to a minute.</summary>
    /// <param name="attempts">How often it was tried, from 1.</param>
    public static TimeSpan After(int attempts)
    {
        var seconds = Math.Pow(2, Math.Clamp(attempts, 1, 10) - 1);
        return seconds >= _longest.TotalSeconds ? _longest : TimeSpan.FromSeconds(seconds);
    }
}
