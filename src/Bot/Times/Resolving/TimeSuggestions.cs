using NodaTime;
using Sitrep.Incidents.Zones;
using Sitrep.Times.Reading.Zones;

namespace Sitrep.Times.Resolving;

/// <summary>The choices when a time is asked back. Each offer reads back as one certain moment.</summary>
internal sealed class TimeSuggestions(WhenContext context)
{
    /// <summary><c>Use yesterday 14:50</c>; <paramref name="what"/> stands in where the day is not the difference.</summary>
    public WhenOffer Moment(DateTimeOffset at, Zone zone, string? what = null) =>
        new($"Use {what ?? Day(at, zone)}", Spelled(at, zone));

    /// <summary>An offer for each moment there is.</summary>
    public IEnumerable<WhenOffer> Moments(Zone zone, params IEnumerable<DateTimeOffset?> moments) =>
        moments.OfType<DateTimeOffset>().Distinct().Select(at => Moment(at, zone));

    /// <summary><c>Use now (14:11 UTC)</c>, where now is a sensible answer.</summary>
    public IEnumerable<WhenOffer> Now()
    {
        if (context.AllowsFuture || context.WindowEnd is not null) yield break;
        var now = context.Now.AddTicks(-(context.Now.UtcTicks % TimeSpan.TicksPerSecond));
        yield return new($"Use now ({TimeText.Clock(now, context.Zone)})", Spelled(now, context.Zone));
    }

    /// <summary><c>Use today 14:00 to 14:20</c>.</summary>
    public WhenOffer Span(DateTimeOffset from, DateTimeOffset until, Zone zone)
    {
        var isSameDay = zone.Local(from).Date == zone.Local(until).Date;
        return new($"Use {Day(from, zone)} to {(isSameDay ? $"{zone.Local(until):HH:mm}" : Day(until, zone))}", Spelled(from, until, zone));
    }

    /// <summary>The time's words as text behind now, where nobody means a time by them.</summary>
    /// <param name="words">All that would be text.</param>
    public WhenOffer KeepAsText(string words)
    {
        var now = context.Now.AddTicks(-(context.Now.UtcTicks % TimeSpan.TicksPerSecond));
        return new($"Keep as text, at now ({TimeText.Clock(now, context.Zone)})", $"{Spelled(now, context.Zone)}: {words}");
    }

    private static string Spelled(DateTimeOffset from, DateTimeOffset until, Zone zone) =>
        $"{Spelled(from, zone)} to {Spelled(until, zone)}";

    private string Day(DateTimeOffset at, Zone zone)
    {
        var local = zone.Local(at);
        var days = DateOnly.FromDateTime(local.DateTime).DayNumber - DateOnly.FromDateTime(zone.Local(context.Now).DateTime).DayNumber;
        return days switch
        {
            0 => $"today {local:HH:mm}",
            -1 => $"yesterday {local:HH:mm}",
            1 => $"tomorrow {local:HH:mm}",
            _ => $"{local:yyyy-MM-dd HH:mm}",
        };
    }

    private static string Spelled(DateTimeOffset at, Zone zone)
    {
        var local = zone.Local(at);
        var seconds = at.UtcTicks % TimeSpan.TicksPerMinute == 0 ? "" : $"{local:\\:ss.FFFFFFF}".TrimEnd('.');
        return $"{local:yyyy-MM-dd HH:mm}{seconds} {Named(zone, at)}";
    }

    /// <summary>The zone in words that mean one offset here, whatever text comes behind them.</summary>
    private static string Named(Zone zone, DateTimeOffset at)
    {
        var local = zone.Local(at);
        var once = zone.Rules.MapLocal(LocalDateTime.FromDateTime(local.DateTime)).Count == 1;
        if (once && ZoneWords.IsUnmistakable(zone.Label)) return zone.Label;
        var name = zone.LabelAt(at);
        var sure =
            ZoneWords.IsUnmistakable(name) && Zone.Parse(name) is { IsPlace: false } season && season.Local(at).Offset == local.Offset;
        return sure ? name : $"{local:zzz}";
    }
}
