using Sitrep.Incidents;
using Sitrep.Incidents.Zones;

namespace Sitrep.Postmortems.Drawing;

/// <summary>
/// Where a moment lies from left to right. What lies far outside the incident is put at the edge, so that one late note
/// does not squeeze the rest.
/// </summary>
internal sealed class DrawingAxis
{
    private const int MostTicks = 7;
    private static readonly TimeSpan _shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _nearby = TimeSpan.FromMinutes(30);
    private static readonly int[] _steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200, 14400, 43200];

    private readonly Zone _zone;
    private readonly double _left;
    private readonly double _width;

    public DrawingAxis(IncidentRecord record, Zone zone, DateTimeOffset now, double left, double width)
    {
        (_zone, _left, _width) = (zone, left, width);
        var begin = record.Incident.StartedAt;
        var end = Later(Later(record.Incident.EndedAt ?? now, record.Incident.ImpactEndedAt ?? begin), begin);
        var slack = end - begin > 2 * _nearby ? (end - begin) / 2 : _nearby;
        var near = record
            .Timeline.SelectMany(entry => new[] { entry.At, entry.Until ?? entry.At })
            .Where(at => at >= begin - slack && at <= end + slack)
            .Append(begin)
            .Append(end)
            .ToList();
        Begin = near.Min();
        // An incident of no length still has an axis.
        End = Later(near.Max(), Begin + _shortest);
    }

    public DateTimeOffset Begin { get; }

    public DateTimeOffset End { get; }

    public bool Holds(DateTimeOffset at) => at >= Begin && at <= End;

    public double X(DateTimeOffset at) => _left + (_width * Math.Clamp((at - Begin) / (End - Begin), 0, 1));

    /// <summary>Round times of the zone's own clock, with the date where a day begins.</summary>
    public IEnumerable<(double X, string Text)> Ticks()
    {
        var span = (End - Begin).TotalMinutes;
        var step = TimeSpan.FromMinutes(
            Array.Find(_steps, minutes => span / minutes <= MostTicks) is > 0 and var found ? found : span / MostTicks);
        var local = _zone.Local(Begin);
        var first = Begin + (step - new TimeSpan(local.DateTime.Ticks % step.Ticks));
        for (var at = first; at < End; at += step)
        {
            var shown = _zone.Local(at);
            yield return (X(at), shown.TimeOfDay == TimeSpan.Zero ? $"{shown:d MMM}" : $"{shown:HH:mm}");
        }
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
