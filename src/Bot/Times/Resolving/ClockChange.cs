using NodaTime.Text;
using Sitrep.Prose;

namespace Sitrep.Times.Resolving;

/// <summary>Asks back a wall-clock time that a daylight-saving change skipped or repeated.</summary>
internal static class ClockChange
{
    private static readonly LocalDateTimePattern _clock = LocalDateTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalDateTimePattern _dated = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd HH:mm");
    private static readonly LocalDatePattern _day = LocalDatePattern.CreateWithInvariantCulture("d MMMM yyyy");

    public static Resolution Ask(WallClock clock, WhenContext context, Func<DateTimeOffset, bool> mayBe)
    {
        var offers = new TimeSuggestions(context);
        var (from, to) = clock.Change;
        var pattern = from.Date == to.Date ? _clock : _dated;
        var (time, day, zone) = (_clock.Format(clock.Local), _day.Format(clock.Local.Date), clock.Zone.Label);
        if (clock.Count == 0)
        {
            return Resolution.Asked(
                Line.Of($"{time} did not exist on {day} in {zone}: the clocks went from {pattern.Format(from)} to {pattern.Format(to)}."),
                clock.Neighbours.Where(mayBe).Select(at => offers.Moment(at, clock.Zone)));
        }

        string[] names = ["the first", "the second"];
        return Resolution.Asked(
            Line.Of($"{time} happened twice on {day} in {zone}: the clocks went back from {pattern.Format(from)} to {pattern.Format(to)}."),
            clock.Moments.Zip(names).Where(pair => mayBe(pair.First))
                .Select(pair => offers.Moment(pair.First, clock.Zone, $"{pair.Second}, {TimeText.Clock(pair.First, clock.Zone)}")));
    }
}
