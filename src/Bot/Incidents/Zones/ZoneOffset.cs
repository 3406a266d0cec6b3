using NodaTime;

namespace Sitrep.Incidents.Zones;

/// <summary>An offset as people write it: <c>UTC-5</c>, <c>GMT + 1</c>, <c>UTC+05:30</c>, <c>+03:00</c>, <c>+0300</c>.</summary>
internal sealed record ZoneOffset(string Label, Offset Offset)
{
    private const int Earliest = -12 * 60;
    private const int Latest = 14 * 60;

    /// <summary>Reads one in upper case; null where it is none or no clock on earth keeps it.</summary>
    public static ZoneOffset? Parse(string upper)
    {
        var prefix =
            upper.StartsWith("UTC", StringComparison.Ordinal) || upper.StartsWith("GMT", StringComparison.Ordinal) ? upper[..3] : "";
        var rest = upper[prefix.Length..].TrimStart();
        if (rest.Length == 0 || !IsSign(rest[0])) return null;
        var sign = rest[0] == '+' ? 1 : -1;
        rest = rest[1..].TrimStart();
        if (Minutes(rest) is not { } size || size * sign is < Earliest or > Latest) return null;
        var offset = Offset.FromSeconds(size * sign * 60);
        // A bare offset has no name of its own; people read UTC+3.
        return prefix.Length > 0
            ? new($"{prefix}{(sign > 0 ? '+' : '-')}{rest}", offset)
            : new(size == 0 ? "UTC" : $"UTC{(sign > 0 ? '+' : '-')}{Short(size)}", offset);
    }

    /// <summary>A plus or a minus, or a dash that a phone made of one.</summary>
    public static bool IsSign(char c) => c is '+' or '-' or '\u2212' or '\u2013';

    private static int? Minutes(string digits)
    {
        var (hours, minutes) = digits switch
        {
            { Length: 1 or 2 } => (digits, "0"),
            [.., ':', _, _] when digits.Length <= 5 => (digits[..^3], digits[^2..]),
            [_, _, _, _] => (digits[..2], digits[2..]),
            _ => ("", ""),
        };
        if (!AllDigits(hours) || !AllDigits(minutes)) return null;
        var (h, m) = (int.Parse(hours), int.Parse(minutes));
        // Every offset in use today is a multiple of a quarter of an hour.
        return m % 15 == 0 && m < 60 ? h * 60 + m : null;
    }

    private static bool AllDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static string Short(int minutes) =>
        minutes % 60 == 0 ? $"{minutes / 60}" : $"{minutes / 60}:{minutes % 60:00}";
}
