using System.Globalization;

namespace Sitrep.Chat.Slack;

/// <summary>Slack's <c>ts</c>: seconds since 1970 with six decimals, which are also the message's identity in its channel.</summary>
internal static class Timestamp
{
    /// <summary>The moment; 1970 where it is none.</summary>
    public static DateTimeOffset Parse(string? ts) =>
        decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= 0 and < 253_402_300_800
            ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond))
            : DateTimeOffset.UnixEpoch;
}
