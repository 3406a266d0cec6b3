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
namespace Sitrep.Postmortems
{
    public static class PostmortemDocument { public static IReadOnlyList<Block> Of(IncidentRecord record, Zone zone, DateTimeOffset now) => [new Heading(1, Line.Typed(record.Incident.Title)), new ListBlock(false, [.. record.InOrder().Select(e => Line.Typed(e.Text))])]; }
    public static class PostmortemParts { public static IReadOnlyList<IReadOnlyList<Block>> Split(IReadOnlyList<Block> blocks, int max) => [blocks]; }
    public static class MissingParts { public static IReadOnlyList<Line> Of(IncidentRecord record) => []; }
}
namespace Sitrep.Prose { public static class MarkdownWriter { public static string Of(IReadOnlyList<Block> blocks) => PlainText.Of(blocks); } }
namespace Sitrep.Incidents { public static class KindGuess { public static EntryKind Of(string text) => EntryKind.Investigation; } }
namespace Sitrep.Postmortems {
    public static class IncidentJson { public static string Of(IncidentRecord record, Zone zone, DateTimeOffset now) => "{}"; }
    public static class PostmortemHtml { public static string Of(IncidentRecord record, Zone zone, DateTimeOffset now) => ""; }
    public static class TimelineCsv { public static string Of(IncidentRecord record, Zone zone) => ""; }
}
