using System.Globalization;

namespace Sitrep.Incidents;

/// <summary>An incident's number, written <c>INC-7</c>. Numbers start at 1 and are never used twice.</summary>
internal readonly record struct IncidentId(long Number)
{
    /// <summary>Reads <c>INC-7</c> in any case; false for everything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out IncidentId id)
    {
        id = default;
        if (!text.StartsWith("inc-", StringComparison.OrdinalIgnoreCase)
            || !long.TryParse(text[4..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number <= 0)
            return false;
        id = new(number);
        return true;
    }

    /// <summary>Reads an id where one is expected: <c>INC-7</c>, <c>inc7</c>, <c>#7</c>, <c>7</c>.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out IncidentId id)
    {
        var digits = text.TrimStart('#');
        if (digits.StartsWith("inc", StringComparison.OrdinalIgnoreCase)) digits = digits[3..].TrimStart("-–_ #");
        return TryParse($"inc-{digits}", out id);
    }

    public override string ToString() => $"INC-{Number}";
}
