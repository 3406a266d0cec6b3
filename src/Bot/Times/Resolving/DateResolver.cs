using NodaTime;
using Sitrep.Incidents.Zones;
using Sitrep.Prose;
using Sitrep.Times.Reading;

namespace Sitrep.Times.Resolving;

/// <summary>Places a time on the date that was written with it, or asks which date that is.</summary>
internal sealed class DateResolver(WhenContext context, Zone zone, LocalTime time, string typed)
{
    private const int EightYears = 8 * 366;

    private readonly TimeSuggestions _offers = new(context);
    private readonly LocalTimeResolver _placing = new(context, zone, time);

    public Resolution Place(DateReading? date) => date switch
    {
        null => _placing.WithoutDate(),
        DateReading.Day day => _placing.On(day.Date),
        DateReading.FromToday day => _placing.OnDayFromToday(day.Days),
        DateReading.Weekday day => Resolution.Asked(
            Line.Of($"A {day.Name} alone is no date."),
            _offers.Moments(zone, _placing.Nearest(d => d.DayOfWeek == day.Name, 7))),
        DateReading.NoYear day => Resolution.Asked(
            Line.Of($"\"{Quote.Of(typed)}\" names no year."),
            _offers.Moments(zone, _placing.Nearest(d => d.Month == day.Month && d.Day == day.DayOfMonth, EightYears))),
        DateReading.Either day => Resolution.Asked(
            Line.Of($"\"{Quote.Of(typed)}\" is {day.DayFirst:d MMMM} to some and {day.MonthFirst:d MMMM} to others."),
            _offers.Moments(zone, _placing.On(day.DayFirst).At, _placing.On(day.MonthFirst).At)),
        DateReading.Impossible day => Resolution.Asked(
            Line.Of($"I cannot read \"{Quote.Of(typed)}\" as a time: {day.Why}."),
            [.. _offers.Moments(zone, day.Nearest is { } nearest ? _placing.On(nearest).At : null), .. _offers.Now()]),
        _ => throw new InvalidOperationException($"A date without an answer: {date.GetType().Name}"),
    };
}
