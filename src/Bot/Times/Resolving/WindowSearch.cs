using NodaTime;
using Sitrep.Incidents.Zones;
using Sitrep.Prose;

namespace Sitrep.Times.Resolving;

/// <summary>Finds the moment of a time of day inside a closed incident; none or several are asked back.</summary>
internal sealed class WindowSearch(WhenContext context, Zone zone, LocalTime time)
{
    private const int MostOffers = 3;

    private readonly TimeSuggestions _offers = new(context);

    public Resolution Between(DateTimeOffset start, DateTimeOffset end)
    {
        var inside = Inside(start, end).Take(MostOffers).ToList();
        return inside switch
        {
            [] => Outside(start, end),
            [{ Count: 1 } only] => Resolution.Moment(only.Moments[0]),
            [var changed] => ClockChange.Ask(changed, context, at => at <= context.Now),
            _ => Several(inside),
        };
    }

    /// <summary>The days of which the incident saw this time, at most a few.</summary>
    public IReadOnlyList<LocalDate> Within(DateTimeOffset start, DateTimeOffset end, Func<LocalDate, bool> day) =>
        [.. Inside(start, end).Select(clock => clock.Local.Date).Where(day).Take(MostOffers)];

    private IEnumerable<WallClock> Inside(DateTimeOffset start, DateTimeOffset end)
    {
        var first = DateOf(start).PlusDays(-1);
        var days = Math.Max(0, Period.DaysBetween(first, DateOf(end))) + 2;
        var clocks = Enumerable.Range(0, days).Select(day => new WallClock(zone, first.PlusDays(day), time));
        return clocks.Where(clock => clock.Latest >= start && clock.Earliest <= end);
    }

    private Resolution Several(List<WallClock> inside) => Resolution.Asked(
        Line.Of($"The incident was open at {Time(inside[0])} more than once, so the time needs a date."),
        inside.SelectMany(clock => clock.Moments).Select(at => _offers.Moment(at, zone)));

    /// <summary>The last one before the incident and the first one after it.</summary>
    private Resolution Outside(DateTimeOffset start, DateTimeOffset end)
    {
        var before = Days(DateOf(start), -1).SelectMany(clock => clock.Moments).Where(at => at < start).Take(1);
        var after = Days(DateOf(end), 1).SelectMany(clock => clock.Moments).Where(at => at > end && at <= context.Now).Take(1);
        return Resolution.Asked(
            Line.Of($"The incident was not open at {Time(new(zone, DateOf(start), time))}, so the time needs a date."),
            before.Concat(after).Select(at => _offers.Moment(at, zone)));
    }

    private IEnumerable<WallClock> Days(LocalDate from, int step) =>
        Enumerable.Range(-1, 4).Select(day => new WallClock(zone, from.PlusDays(day * step), time));

    private LocalDate DateOf(DateTimeOffset at) => LocalDate.FromDateTime(zone.Local(at).DateTime);

    private string Time(WallClock clock) => $"{clock.Local:HH:mm} {zone.LabelAt(clock.Earliest)}";
}
