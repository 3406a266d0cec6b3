using System.Collections.Frozen;
using NodaTime;

namespace Sitrep.Incidents.Zones;

/// <summary>
/// What the abbreviations stand for. The tz database knows them only as names of a place's seasons, so they need a
/// table of their own. Several have more than one meaning in the world (IST, CST, BST): the one met most in incident
/// reports is here, and the others are typed as an offset.
/// </summary>
internal static class ZoneAbbreviations
{
    private const string Rows = """
        GMT   +00:00
        EAT   +03:00
        WAT   +01:00
        CAT   +02:00
        SAST  +02:00
        WET   +00:00  Europe/Lisbon
        WEST  +01:00  Europe/Lisbon
        BST   +01:00  Europe/London
        CET   +01:00  Europe/Berlin
        CEST  +02:00  Europe/Berlin
        EET   +02:00  Europe/Helsinki
        EEST  +03:00  Europe/Helsinki
        MSK   +03:00
        TRT   +03:00
        PKT   +05:00
        IST   +05:30
        WIB   +07:00
        HKT   +08:00
        SGT   +08:00
        AWST  +08:00
        JST   +09:00
        KST   +09:00
        ACST  +09:30  Australia/Adelaide
        ACDT  +10:30  Australia/Adelaide
        AEST  +10:00  Australia/Sydney
        AEDT  +11:00  Australia/Sydney
        NZST  +12:00  Pacific/Auckland
        NZDT  +13:00  Pacific/Auckland
        BRT   -03:00
        ART   -03:00
        CLT   -04:00  America/Santiago
        CLST  -03:00  America/Santiago
        NST   -03:30  America/St_Johns
        NDT   -02:30  America/St_Johns
        AST   -04:00  America/Halifax
        ADT   -03:00  America/Halifax
        EST   -05:00  America/New_York
        EDT   -04:00  America/New_York
        CST   -06:00  America/Chicago
        CDT   -05:00  America/Chicago
        MST   -07:00  America/Denver
        MDT   -06:00  America/Denver
        PST   -08:00  America/Los_Angeles
        PDT   -07:00  America/Los_Angeles
        AKST  -09:00  America/Anchorage
        AKDT  -08:00  America/Anchorage
        HST   -10:00
        ET    place   America/New_York
        CT    place   America/Chicago
        MT    place   America/Denver
        PT    place   America/Los_Angeles
        """;

    private static readonly FrozenDictionary<string, ZoneAbbreviation> _byName = Rows.Split('\n')
        .Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(cells => cells[0], Read);

    /// <summary>Every abbreviation, in upper case.</summary>
    public static IReadOnlyList<string> All => _byName.Keys;

    /// <summary>The zone of an abbreviation in upper case; null if it is none.</summary>
    public static ZoneAbbreviation? Find(string upper) => _byName.GetValueOrDefault(upper);

    private static ZoneAbbreviation Read(string[] cells)
    {
        var place = cells.Length > 2 ? DateTimeZoneProviders.Tzdb[cells[2]] : null;
        if (cells[1] == "place") return new(place!, IsPlace: true, Seasons: null);
        var offset = TimeSpan.ParseExact(cells[1][1..], "hh\\:mm", null) * (cells[1][0] == '-' ? -1 : 1);
        return new(DateTimeZone.ForOffset(Offset.FromTimeSpan(offset)), IsPlace: false, place);
    }
}

/// <summary>An abbreviation's rules and, where it names one season of a place's clocks, that place.</summary>
internal sealed record ZoneAbbreviation(DateTimeZone Rules, bool IsPlace, DateTimeZone? Seasons);
