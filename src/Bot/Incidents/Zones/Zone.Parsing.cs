using System.Collections.Frozen;
using NodaTime;

namespace Sitrep.Incidents.Zones;

internal sealed partial class Zone
{
    // Longer than any name in the tz database.
    private const int LongestName = 64;

    private static readonly FrozenDictionary<string, string> _placeNames =
        DateTimeZoneProviders.Tzdb.Ids.ToFrozenDictionary(id => id, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Reads a zone as people write it: an abbreviation, <c>GMT+1</c>, <c>UTC+05:30</c>, <c>+03:00</c>, or an IANA name,
    /// in any case and perhaps in parentheses. Null where it is none of these. A label reads back as the same zone.
    /// </summary>
    public static Zone? Parse(string text)
    {
        var typed = text.AsSpan().Trim();
        if (typed is ['(', .., ')'] or ['[', .., ']']) typed = typed[1..^1].Trim();
        if (typed.Length is 0 or > LongestName) return null;
        var label = typed.ToString();
        var upper = label.ToUpperInvariant();
        if (upper is "UTC" or "Z") return Utc;
        if (ZoneAbbreviations.Find(upper) is { } known) return new Zone(upper, known.Rules, known.IsPlace);
        return ZoneOffset.Parse(upper) is { } offset ? AtOffset(offset) : Place(label);
    }

    private static Zone AtOffset(ZoneOffset offset) =>
        offset.Label == "UTC" ? Utc : new Zone(offset.Label, DateTimeZone.ForOffset(offset.Offset), named: false);

    private static Zone? Place(string label) => _placeNames.TryGetValue(label, out var id)
        ? new Zone(id, DateTimeZoneProviders.Tzdb[id], named: true)
        : null;
}
