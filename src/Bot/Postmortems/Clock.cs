using System.Globalization;
using Sitrep.Incidents.Zones;
using Sitrep.Prose;

namespace Sitrep.Postmortems;

/// <summary>Times as one document prints them: in one zone, with the date where the day changes.</summary>
internal sealed class Clock(Zone zone)
{
    private DateOnly? _day;

    /// <summary>The time, with its date where it is another day than the one printed before.</summary>
    public Moment Next(DateTimeOffset at)
    {
        var local = zone.Local(at);
        var day = DateOnly.FromDateTime(local.DateTime);
        var text = day == _day ? Time(at) : Full(at).Text;
        _day = day;
        return new(at, text);
    }

    /// <summary>Date and time.</summary>
    public Moment Full(DateTimeOffset at) =>
        new(at, string.Create(CultureInfo.InvariantCulture, $"{zone.Local(at):yyyy-MM-dd} {Time(at)}"));

    /// <summary>From – to, the date once where it is the same day.</summary>
    public Line Span(DateTimeOffset from, DateTimeOffset to)
    {
        var sameDay = zone.Local(from).Date == zone.Local(to).Date;
        return Line.Of($"{Full(from)} – {(sameDay ? new Moment(to, Time(to)) : Full(to))}");
    }

    private string Time(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{zone.Local(at):HH:mm} {zone.LabelAt(at)}");
}
