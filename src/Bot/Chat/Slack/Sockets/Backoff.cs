namespace Sitrep.Chat.Slack.Sockets;

/// <summary>How long to wait before the next socket: longer with each failure, and never the same for everybody.</summary>
internal static class Backoff
{
    /// <summary>As many failures as make the wait the longest.</summary>
    public const int Slow = 6;

    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(30);

    /// <summary>From half a second to half a minute.</summary>
    public static TimeSpan After(int failures)
    {
        var most = Math.Min(_longest.TotalSeconds, Math.Pow(2, Math.Clamp(failures, 1, Slow) - 1));
        return TimeSpan.FromSeconds(most * (0.5 + Random.Shared.NextDouble() / 2));
    }
}
