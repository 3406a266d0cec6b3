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

    public override string ToString() => $"INC-{Number}";
}
