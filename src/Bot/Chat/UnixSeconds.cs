using System.Globalization;

namespace Sitrep.Chat;

/// <summary>A moment in seconds since 1970, as platforms write it into messages for the reader's own clock.</summary>
internal static class UnixSeconds
{
    /// <summary>The moment in words, UTC; empty where no calendar holds it.</summary>
    public static string Words(ReadOnlySpan<char> seconds) =>
        long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at) ? Words(at) : "";

    /// <summary>The moment in words, UTC; empty where no calendar holds it.</summary>
    public static string Words(long seconds) =>
        seconds is > -62_135_596_800 and < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)
            : "";
}
