using NodaTime;
using Sitrep.Incidents.Zones;
using Sitrep.Prose;
using Sitrep.Times.Reading.Dates;

namespace Sitrep.Times.Resolving;

/// <summary>Places a time on the date that was written with it, or asks which date that is.</summary>
internal sealed class DateResolver(WhenContext context, Zone zone, LocalTime time, string typed, bool isNamed = false)
{
    private const int EightYears = 8 * 366;
    private const int Week = 8;

    private readonly TimeSuggestions _offers = new(context);
    private readonly LocalTimeResolver _placing = new(context, zone, time, isNamed);

    public Resolution Place(DateReading? date) => date switch
    {
        null => _placing.WithoutDate(),
        DateReading.Day day => _placing.On(day.Date),
        DateReading.FromToday day => _placing.OnDayFromToday(day.Days),
        DateReading.Weekday { Which: "next" } when !context.AllowsFuture => Resolution.Asked(
            Line.Of($"\"{Quote.Of(typed)}\" is in the future."),
            _offers.Now()),
        DateReading.Weekday day => _placing.Newest(date => date.DayOfWeek == day.Name, day.Which is "last" or "past" ? 1 : 0, Week),
        DateReading.NoYear day => Agreeing(day),
        DateReading.Either day => Resolution.Asked(
            Line.Of($"\"{Quote.Of(typed)}\" is {day.DayFirst:d MMMM} to some and {day.MonthFirst:d MMMM} to others."),
            _offers.Moments(zone, EitherWay(day))),
        DateReading.Impossible day => Resolution.Asked(
            Line.Of($"I cannot read \"{Quote.Of(typed)}\" as a time: {day.Why}."),
            [.. _offers.Moments(zone, day.Nearest is { } nearest ? _placing.On(nearest).At : null), .. _offers.Now()]),
        _ => throw new InvalidOperationException($"A date without an answer: {date.GetType().Name}"),
    };

    private Resolution Agreeing(DateReading.NoYear day)
    {
        var placed = _placing.Newest(date => date.Month == day.Month && date.Day == day.DayOfMonth, 0, EightYears);
        if (placed.At is not { } at || day.On is not { } weekday) return placed;
        var date = LocalDate.FromDateTime(zone.Local(at).DateTime);
        return date.DayOfWeek == weekday
            ? placed
            : Resolution.Asked(Line.Of($"{date:d MMMM yyyy} is a {date.DayOfWeek}, not a {weekday}."), _offers.Moment(at, zone));
    }

    private IEnumerable<DateTimeOffset?> EitherWay(DateReading.Either either)
    {
        foreach (var date in new[] { either.DayFirst, either.MonthFirst })
            yield return (either.HasYear
                ? _placing.On(date)
                : _placing.Newest(day => day.Month == date.Month && day.Day == date.Day, 0, EightYears)).At;
    }
}
