using NodaTime;
using NodaTime.TimeZones;
using Sitrep.Incidents.Zones;

namespace Sitrep.Times.Resolving;

/// <summary>A wall-clock time on a date in a zone: once, or never or twice where a clock change skipped or repeated it.</summary>
internal sealed class WallClock
{
    private readonly ZoneLocalMapping _mapping;

    public WallClock(Zone zone, LocalDate date, LocalTime time)
    {
        Zone = zone;
        Local = date + time;
        _mapping = zone.Rules.MapLocal(Local);
    }

    public Zone Zone { get; }

    public LocalDateTime Local { get; }

    /// <summary>How often it happened: 0, 1 or 2 times.</summary>
    public int Count => _mapping.Count;

    /// <summary>The moments at which it happened.</summary>
    public IReadOnlyList<DateTimeOffset> Moments => Count switch
    {
        0 => [],
        1 => [Utc(_mapping.Single().ToInstant())],
        _ => [Utc(_mapping.First().ToInstant()), Utc(_mapping.Last().ToInstant())],
    };

    /// <summary>The first moment; where there was none, the one at which the clocks skipped it.</summary>
    public DateTimeOffset Earliest => Count == 0 ? Utc(_mapping.EarlyInterval.End) : Moments[0];

    /// <summary>The last moment; where there was none, the one at which the clocks skipped it.</summary>
    public DateTimeOffset Latest => Count == 0 ? Utc(_mapping.EarlyInterval.End) : Moments[^1];

    /// <summary>For a skipped time: as far before the change, and as far behind it.</summary>
    public IReadOnlyList<DateTimeOffset> Neighbours =>
    [
        Utc(Local.WithOffset(_mapping.LateInterval.WallOffset).ToInstant()),
        Utc(Local.WithOffset(_mapping.EarlyInterval.WallOffset).ToInstant()),
    ];

    /// <summary>The clock's reading at the change, before and after it.</summary>
    public (LocalDateTime From, LocalDateTime To) Change =>
        (_mapping.EarlyInterval.IsoLocalEnd, _mapping.LateInterval.IsoLocalStart);

    private static DateTimeOffset Utc(Instant instant) => instant.ToDateTimeOffset();
}
