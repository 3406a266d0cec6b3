using NodaTime;
using Sitrep.Incidents.Zones;
using Sitrep.Prose;

namespace Sitrep.Times.Resolving;

/// <summary>Finds the moment of a time of day in a zone, with or without a date. It never guesses.</summary>
internal sealed class LocalTimeResolver(WhenContext context, Zone zone, LocalTime time, bool isNamed)
{
    /// <summary>How far a time without a date may lie away.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromHours(12);

    /// <summary>A time this close ahead was mistyped, or read in the wrong zone, rather than yesterday's.</summary>
    private static readonly TimeSpan _near = TimeSpan.FromHours(3);

    private readonly TimeSuggestions _offers = new(context);

    private LocalDate Today { get; } = LocalDate.FromDateTime(zone.Local(context.Now).DateTime);

    public Resolution On(LocalDate date)
    {
        var clock = new WallClock(zone, date, time);
        if (clock.Count != 1) return ClockChange.Ask(clock, context, MayBe);
        var at = clock.Moments[0];
        if (MayBe(at)) return Resolution.Moment(at);
        return context.AllowsFuture ? Passed(at) : Future(at, date);
    }

    public Resolution OnDayFromToday(int days) => On(Today.PlusDays(days));

    /// <summary>Without a date: inside the closed incident, else the nearest such moment on the side that is meant.</summary>
    public Resolution WithoutDate() => context switch
    {
        { WindowStart: { } start, WindowEnd: { } end } => new WindowSearch(context, zone, time).Between(start, end),
        { AllowsFuture: true } => Next(),
        _ => Latest(),
    };

    /// <summary>The nearest of these days, counted from today, on which the time can be meant.</summary>
    public DateTimeOffset? Nearest(Func<LocalDate, bool> day, int days)
    {
        for (var i = 0; i <= days; i++)
        {
            var date = Today.PlusDays(context.AllowsFuture ? i : -i);
            if (day(date) && new WallClock(zone, date, time) is { Count: 1 } clock && MayBe(clock.Moments[0])) return clock.Moments[0];
        }

        return null;
    }

    /// <summary>
    /// The newest such day that is not in the future (the next one for a reminder); inside a closed incident the only one
    /// there.
    /// </summary>
    /// <param name="day">Which days are meant.</param>
    /// <param name="from">Where to begin, in days from today.</param>
    /// <param name="days">How far to look, in days.</param>
    public Resolution Newest(Func<LocalDate, bool> day, int from, int days)
    {
        if (context is { WindowStart: { } start, WindowEnd: { } end })
        {
            var inside = new WindowSearch(context, zone, time).Within(start, end, day);
            if (inside.Count == 1) return On(inside[0]);
        }

        for (var i = from; i <= days; i++)
        {
            var date = Today.PlusDays(context.AllowsFuture ? i : -i);
            if (!day(date)) continue;
            var clock = new WallClock(zone, date, time);
            if (context.AllowsFuture ? clock.Latest >= context.Now : clock.Earliest <= context.Now) return On(date);
        }

        return Resolution.Asked(Line.Of($"There is no such day."), _offers.Now());
    }

    private bool MayBe(DateTimeOffset at) => context.AllowsFuture ? at >= context.Now : at <= context.Now;

    private Resolution Latest()
    {
        // A change of clocks around midnight can put moments of today's night on tomorrow's date, hence from 1 on.
        var clock = Enumerable
            .Range(-1, 4)
            .Select(back => new WallClock(zone, Today.PlusDays(-back), time))
            .First(c => c.Earliest <= context.Now);
        if (clock.Count != 1) return ClockChange.Ask(clock, context, MayBe);
        var at = clock.Moments[0];
        if (context.Now - at <= Reach || isNamed || IsOnlyOneInIncident(clock)) return Resolution.Moment(at);
        if (clock.Local.Date < Today) return Future(new WallClock(zone, Today, time).Earliest, Today);
        return Resolution.Asked(
            Line.Of(
                $"{TimeText.Clock(at, zone)} was {TimeText.Compact(context.Now - at)} ago. That is more than 12 h; add the date."),
            [_offers.Moment(at, zone), .. _offers.Now()]);
    }

    /// <summary>Whether the open incident has seen this time of day once only.</summary>
    private bool IsOnlyOneInIncident(WallClock clock)
    {
        if (context.Began is not { } began || clock.Earliest < began) return false;
        var before = new WallClock(zone, clock.Local.Date.PlusDays(-1), time);
        var after = new WallClock(zone, clock.Local.Date.PlusDays(1), time);
        return before.Latest < began && after.Earliest - context.Now > _near;
    }

    private Resolution Next()
    {
        var clock = Enumerable
            .Range(-1, 4)
            .Select(ahead => new WallClock(zone, Today.PlusDays(ahead), time))
            .First(c => c.Latest >= context.Now);
        if (clock.Count != 1) return ClockChange.Ask(clock, context, MayBe);
        var at = clock.Moments[0];
        if (at - context.Now <= Reach) return Resolution.Moment(at);
        if (clock.Local.Date > Today) return Passed(new WallClock(zone, Today, time).Latest);
        return Resolution.Asked(
            Line.Of(
                $"{TimeText.Clock(at, zone)} is {TimeText.Compact(at - context.Now)} ahead. That is more than 12 h; add the date."),
            _offers.Moment(at, zone));
    }

    private Resolution Future(DateTimeOffset at, LocalDate date)
    {
        // Tomorrow's time may have been yesterday's; a date far ahead was perhaps last year's.
        var instead =
            date <= Today.PlusDays(1) ? Nearest(_ => true, 2) : Nearest(day => day.Month == date.Month && day.Day == date.Day, 366);
        return Resolution.Asked(
            Line.Of($"{TimeText.Of(at, zone, context.Now)} is {TimeText.Compact(at - context.Now)} in the future."),
            [.. _offers.Moments(zone, instead), .. _offers.Now()]);
    }

    private Resolution Passed(DateTimeOffset at) => Resolution.Asked(
        Line.Of($"{TimeText.Of(at, zone, context.Now)} passed {TimeText.Compact(context.Now - at)} ago."),
        _offers.Moments(zone, Nearest(_ => true, 2)));
}
