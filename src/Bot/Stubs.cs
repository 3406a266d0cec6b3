using Sitrep.Incidents;
using Sitrep.Prose;

#pragma warning disable
namespace Sitrep.Times
{
    public static class WhenReader
    {
        public static When ReadPrefix(string text, WhenContext context)
        {
            var parts = text.Split(' ', 2);
            if (TimeOnly.TryParse(parts[0], out var t) && parts[0].Contains(':')) return new When.Understood(new DateTimeOffset(context.Now.Date, TimeSpan.Zero) + t.ToTimeSpan(), Math.Min(text.Length, parts[0].Length + 1), parts[0], context.Zone, false, null);
            return new When.NoTime();
        }
        public static When ReadAll(string text, WhenContext context) => ReadPrefix(text, context);
    }
    public static class TimeText
    {
        public static string Of(DateTimeOffset at, Zone zone, DateTimeOffset reference) => $"{at:HH:mm} {zone.Label}";
        public static string Compact(TimeSpan span) => $"{span.TotalMinutes} min";
    }
    public abstract record DateRead; public sealed record DateUnderstood(DateOnly Date) : DateRead; public sealed record DateUnclear(Line Problem, IReadOnlyList<WhenOffer> Offers) : DateRead;
    public static class DateReader { public static DateRead Read(string text, DateOnly today) => new DateUnderstood(DateOnly.Parse(text)); }
}
namespace Sitrep.Incidents { public static class KindGuess { public static EntryKind Of(string text) => EntryKind.Investigation; } }
