using System.Globalization;

namespace Sitrep.Chat.Discord;

/// <summary>
/// Discord's ids: numbers of 64 bits, written as text, with the time of their making in them (docs: reference,
/// "Snowflakes").
/// </summary>
internal static class Snowflake
{
    // The first millisecond of 2015.
    private const long Epoch = 1_420_070_400_000;
    private const int TimeBits = 22;

    /// <summary>Whether a text is an id, which may stand between angle brackets.</summary>
    public static bool IsOne(string? text) =>
        text is { Length: > 14 and < 21 } && text[0] != '0' && text.All(char.IsAsciiDigit) && ulong.TryParse(text, out _);

    /// <summary>When the thing was made, UTC; null where the text is no id.</summary>
    public static DateTimeOffset? MadeAt(string id) =>
        ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(number >> TimeBits) + Epoch)
            : null;

    /// <summary>The smallest id that something made then could have.</summary>
    public static string At(DateTimeOffset at) =>
        (Math.Max(0, at.ToUnixTimeMilliseconds() - Epoch) << TimeBits).ToString(CultureInfo.InvariantCulture);
}
