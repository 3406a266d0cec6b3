using System.Collections.Frozen;
using NodaTime.TimeZones;

namespace Sitrep.Incidents.Zones;

/// <summary>The zones that people call by a region, a city or a country: <c>Pacific</c>, <c>Kyiv</c>, <c>India</c>.</summary>
internal static class ZoneNames
{
    private const int MostSuggestions = 5;

    private const string Rows = """
        pacific = PT
        pacific standard = PST
        pacific daylight = PDT
        mountain = MT
        mountain standard = MST
        mountain daylight = MDT
        central = CT
        central standard = CST
        central daylight = CDT
        eastern = ET
        eastern standard = EST
        eastern daylight = EDT
        atlantic = America/Halifax
        alaska = America/Anchorage
        hawaii = Pacific/Honolulu
        us pacific = PT
        us mountain = MT
        us central = CT
        us eastern = ET
        uk = Europe/London
        british = Europe/London
        british summer = BST
        greenwich mean = GMT
        greenwich = GMT
        zulu = UTC
        universal = UTC
        coordinated universal = UTC
        western european = Europe/Lisbon
        central european = Europe/Berlin
        central european standard = CET
        central european summer = CEST
        eastern european = Europe/Helsinki
        eastern european summer = EEST
        east africa = EAT
        west africa = WAT
        central africa = CAT
        india standard = IST
        indian = IST
        indian standard = IST
        japan standard = JST
        korea standard = KST
        china = Asia/Shanghai
        china standard = Asia/Shanghai
        germany = Europe/Berlin
        german = Europe/Berlin
        moscow = Europe/Moscow
        australian eastern = Australia/Sydney
        new zealand = Pacific/Auckland
        bangalore = Asia/Kolkata
        bengaluru = Asia/Kolkata
        mumbai = Asia/Kolkata
        delhi = Asia/Kolkata
        beijing = Asia/Shanghai
        san francisco = America/Los_Angeles
        seattle = America/Los_Angeles
        boston = America/New_York
        washington = America/New_York
        austin = America/Chicago
        dallas = America/Chicago
        munich = Europe/Berlin
        hamburg = Europe/Berlin
        frankfurt = Europe/Berlin
        cologne = Europe/Berlin
        geneva = Europe/Zurich
        barcelona = Europe/Madrid
        milan = Europe/Rome
        edinburgh = Europe/London
        manchester = Europe/London
        osaka = Asia/Tokyo
        """;

    private static readonly FrozenDictionary<string, string> _spoken = Rows.Split('\n')
        .Select(row => row.Split('=', StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(cells => cells[0], cells => cells[1]);

    private static readonly ILookup<string, string> _cities = TzdbDateTimeZoneSource.Default.CanonicalIdMap.Keys
        .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal))
        .Where(id => !id.StartsWith("US/", StringComparison.Ordinal) && !id.StartsWith("SystemV/", StringComparison.Ordinal))
        .ToLookup(id => Words(id[(id.LastIndexOf('/') + 1)..]));

    private static readonly ILookup<string, string> _countries =
        TzdbDateTimeZoneSource.Default.ZoneLocations!.ToLookup(place => Words(place.CountryName), place => place.ZoneId);

    /// <summary>The zone that a name means beyond doubt, as <see cref="Zone.Parse"/> reads it; null where it is none or several.</summary>
    public static Zone? Find(string name) =>
        Suggest(name) is [var only] && Zone.Parse(only) is { } zone ? zone : null;

    /// <summary>The zones that a name may mean, as <see cref="Zone.Parse"/> reads them, the likeliest first.</summary>
    public static IReadOnlyList<string> Suggest(string name)
    {
        var words = Words(name);
        if (words.EndsWith(" time", StringComparison.Ordinal)) words = words[..^" time".Length];
        if (words.Length == 0) return [];
        if (_spoken.TryGetValue(words, out var spoken)) return [spoken];
        if (_cities[words].ToList() is { Count: > 0 } cities) return [.. cities.DistinctBy(Canonical).Take(MostSuggestions)];
        return [.. _countries[words].DistinctBy(Canonical).Take(MostSuggestions)];
    }

    private static string Words(string name) => name.Trim().Replace('_', ' ').ToLowerInvariant();

    private static string Canonical(string id) => TzdbDateTimeZoneSource.Default.CanonicalIdMap[id];

}
