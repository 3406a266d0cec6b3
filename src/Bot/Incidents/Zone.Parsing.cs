using NodaTime;

namespace Sitrep.Incidents;

public sealed partial class Zone
{
    /// <summary>
    /// Reads a zone as people write it: an abbreviation, <c>GMT+1</c>, <c>UTC+05:30</c>, <c>+03:00</c>, or an IANA name.
    /// Null where it is none of these.
    /// </summary>
    public static Zone? Parse(string text)
    {
        var label = text.Trim();
        if (label is "UTC" or "Z") return Utc;
        var place = DateTimeZoneProviders.Tzdb.GetZoneOrNull(label);
        return place is null ? null : new Zone(label, place, named: true);
    }
}
