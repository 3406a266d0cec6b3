namespace Sitrep.Outbox;

/// <summary>How long to wait before the next try.</summary>
public static class RetrySchedule
{
    /// <summary>After so many tries a row is taken out of its lane, so that it holds up nothing else.</summary>
    public const int MostAttempts = 5;

    /// <summary>The longest wait that the bot chooses by itself.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Doubles from one second to a minute; up to half of it is chance, so that not everything returns at once.</summary>
    /// <param name="attempts">How often it was tried, from 1.</param>
    /// <param name="chance">From 0 to below 1.</param>
    public static TimeSpan After(int attempts, double chance)
    {
        var seconds = Math.Min(Math.Pow(2, Math.Clamp(attempts, 1, 10) - 1), Longest.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (1 - chance / 2));
    }
}
