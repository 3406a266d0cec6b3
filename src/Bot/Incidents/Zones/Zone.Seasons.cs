using NodaTime;

namespace Sitrep.Incidents.Zones;

internal sealed partial class Zone
{
    /// <summary>
    /// What to say where an abbreviation is used out of its season (PST in September). It keeps its own meaning; the
    /// remark says what clocks showed. Null where there is nothing to say.
    /// </summary>
    public string? SeasonRemark(DateTimeOffset at)
    {
        if (ZoneAbbreviations.Find(Label)?.Seasons is not { } place) return null;
        var instant = Instant.FromDateTimeOffset(at);
        var interval = place.GetZoneInterval(instant);
        var own = _rules.GetUtcOffset(instant);
        if (interval.WallOffset == own) return null;
        var city = place.Id[(place.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');
        var shown = char.IsLetter(interval.Name[0]) ? $"{interval.Name} ({Spelled(interval.WallOffset)})" : Spelled(interval.WallOffset);
        return $"{Label} is read as {Spelled(own)}; clocks in {city} showed {shown} then.";
    }

    /// <summary>
    /// The zone that people probably mean by an abbreviation out of its season: PDT for PST in September. Null where it is
    /// in season, or has none.
    /// </summary>
    public Zone? InSeason(DateTimeOffset at)
    {
        var instant = Instant.FromDateTimeOffset(at);
        if (ZoneAbbreviations.Find(Label)?.Seasons?.GetZoneInterval(instant) is not { } interval) return null;
        return interval.WallOffset == _rules.GetUtcOffset(instant) ? null : Parse(interval.Name);
    }

    private static string Spelled(Offset offset)
    {
        var minutes = Math.Abs(offset.Seconds / 60);
        if (minutes == 0) return "UTC";
        var rest = minutes % 60 == 0 ? "" : $":{minutes % 60:00}";
        return $"UTC{(offset.Seconds < 0 ? '-' : '+')}{minutes / 60}{rest}";
    }
}
