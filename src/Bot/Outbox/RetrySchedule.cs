using Sitrep.Chat;

namespace Sitrep.Outbox;

/// <summary>How long to wait before the next try.</summary>
internal static class RetrySchedule
{
    /// <summary>After so many tries a row is taken out of its lane, so that it holds up nothing else.</summary>
    public const int MostAttempts = 5;

    /// <summary>
    /// So many tries has a row that a platform answers with a fault of its own, some two minutes. Then it is asked whether it
    /// answers anything else: only where it does, the fault is the row's, and the next try is the last.
    /// </summary>
    public const int MostFaults = 8;

    /// <summary>The longest wait that the bot chooses by itself.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>From one second to a minute.</summary>
    /// <param name="attempts">How often it was tried, from 1.</param>
    public static TimeSpan After(int attempts) => Backoff.After(attempts, Longest);
}
