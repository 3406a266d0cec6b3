using Sitrep.Incidents.Zones;
using Sitrep.Prose;

namespace Sitrep.Times;

/// <summary>How the bot prints moments and lengths of time.</summary>
internal static class TimeText
{
    /// <summary><c>14:05 UTC</c>.</summary>
    public static string Clock(DateTimeOffset at, Zone zone) => $"{zone.Local(at):HH:mm} {zone.LabelAt(at)}";

    /// <summary><c>2024-06-01 14:05 UTC</c>.</summary>
    public static string Dated(DateTimeOffset at, Zone zone) => $"{zone.Local(at):yyyy-MM-dd HH:mm} {zone.LabelAt(at)}";

    /// <summary>With the date where it is another one, in that zone, than at the reference: an incident's start, or now.</summary>
    public static string Of(DateTimeOffset at, Zone zone, DateTimeOffset reference) =>
        zone.Local(at).Date == zone.Local(reference).Date ? Clock(at, zone) : Dated(at, zone);

    /// <summary>The same as a span, so that platforms can show readers their own time beside it.</summary>
    public static Moment Span(DateTimeOffset at, Zone zone, DateTimeOffset reference) => new(at, Of(at, zone, reference));

    /// <summary><c>1 h 54 min</c>, <c>39 min</c>, <c>1 min 12 s</c>, <c>3 d 2 h</c>: the two largest units, rounded down.</summary>
    public static string Compact(TimeSpan length)
    {
        var positive = Positive(length);
        (int Number, string Unit)[] parts =
            [(positive.Days, "d"), (positive.Hours, "h"), (positive.Minutes, "min"), (positive.Seconds, "s")];
        // Seconds say something beside a handful of minutes only.
        if (positive >= TimeSpan.FromMinutes(10)) parts = parts[..3];
        var shown = parts.SkipWhile(part => part.Number == 0).Take(2).Where(part => part.Number > 0).ToList();
        return shown.Count == 0 ? "0 s" : string.Join(' ', shown.Select(part => $"{part.Number} {part.Unit}"));
    }

    private static TimeSpan Positive(TimeSpan length) => length < TimeSpan.Zero ? TimeSpan.Zero : length;
}
