using System.Globalization;
using System.Text;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Postmortems;

/// <summary>The timeline, drawn (SVG): phases as bands, dead ends hatched below them, entries as numbered dots.</summary>
internal static class TimelineDrawing
{
    private const double Left = 12;
    private const double Width = 776;
    private const double DotRadius = 8;

    /// <summary>Draws it; empty where there is nothing on the timeline.</summary>
    public static string Of(IncidentRecord record, Zone zone, DateTimeOffset now)
    {
        var entries = record.InOrder().ToList();
        if (entries.Count == 0) return "";
        var axis = new Axis(record, now);
        var drawing = new StringBuilder();
        var rows = DotRows(entries, axis);
        var height = 92 + (rows.Max() * 20);
        drawing.Append(CultureInfo.InvariantCulture, $"<div class=\"drawing\"><svg viewBox=\"0 0 800 {height}\" role=\"img\" aria-label=\"Timeline of {HtmlWriter.Encode(record.Incident.Id.ToString())}\">\n");
        drawing.Append("<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternTransform=\"rotate(45)\" patternUnits=\"userSpaceOnUse\"><rect width=\"2.5\" height=\"6\" class=\"dead\"/></pattern></defs>\n");
        foreach (var band in Bands(record, axis.End))
        {
            var (x, width) = axis.Range(band.From, band.To);
            drawing.Append(CultureInfo.InvariantCulture, $"<rect class=\"{band.Look}\" x=\"{x:0.#}\" y=\"22\" width=\"{width:0.#}\" height=\"14\" rx=\"2\"><title>{band.Name}: {Clock.InWords(band.To - band.From)}</title></rect>\n");
            if (width > (band.Name.Length * 6.2) + 4) drawing.Append(CultureInfo.InvariantCulture, $"<text class=\"name\" x=\"{x + 1:0.#}\" y=\"15\">{band.Name}</text>\n");
        }

        foreach (var dead in DeadEnd.Of(record, now))
        {
            var (x, width) = axis.Range(dead.Entry.At, dead.Entry.At.AddMinutes(dead.Minutes));
            drawing.Append(CultureInfo.InvariantCulture, $"<rect fill=\"url(#hatch)\" x=\"{x:0.#}\" y=\"38\" width=\"{width:0.#}\" height=\"7\"><title>Dead end, {dead.Minutes} minutes: {Title(dead.Entry)}</title></rect>\n");
        }

        var line = height - 24;
        drawing.Append(CultureInfo.InvariantCulture, $"<line class=\"axis\" x1=\"{Left}\" x2=\"{Left + Width}\" y1=\"{line}\" y2=\"{line}\"/>\n");
        for (var i = 0; i < entries.Count; i++)
        {
            var (entry, x, y) = (entries[i], axis.X(entries[i].At), 58 + (rows[i] * 20));
            drawing.Append(CultureInfo.InvariantCulture, $"<g><title>{HtmlWriter.Encode(new Clock(zone).Full(entry.At).Text)}: {Title(entry)}</title><circle class=\"{(entry.Is(EntryKind.DeadEnd) ? "dead" : "dot")}\" cx=\"{x:0.#}\" cy=\"{y}\" r=\"{DotRadius}\"/>");
            drawing.Append(CultureInfo.InvariantCulture, $"<text class=\"number\" x=\"{x:0.#}\" y=\"{y + 3}\" text-anchor=\"middle\">{entry.Number}</text></g>\n");
        }

        var clock = new Clock(zone);
        foreach (var (at, anchor) in axis.Ticks())
            drawing.Append(CultureInfo.InvariantCulture, $"<text x=\"{axis.X(at):0.#}\" y=\"{line + 16}\" text-anchor=\"{anchor}\">{HtmlWriter.Encode(clock.Next(at).Text)}</text>\n");
        return drawing.Append("</svg></div>\n").ToString();
    }

    private static string Title(TimelineEntry entry) => HtmlWriter.Encode(Excerpt.Of(entry.Text, 160));

    // From one milestone to the next; a milestone that nobody recorded has no band.
    private static IEnumerable<(string Name, string Look, DateTimeOffset From, DateTimeOffset To)> Bands(IncidentRecord record, DateTimeOffset end)
    {
        var start = record.Incident.StartedAt;
        var phases = Phases.Of(record);
        var marks = new (string Name, string Look, int? Until)[]
        {
            ("Unnoticed", "detect", phases.Detected), ("Searching", "search", phases.CauseIdentified), ("Fixing", "fix", phases.Mitigated), ("Watching", "watch", phases.Resolved),
        };
        var from = start;
        foreach (var (name, look, until) in marks)
        {
            if (until is not { } minutes || start.AddMinutes(minutes) <= from) continue;
            yield return (name, look, from, start.AddMinutes(minutes));
            from = start.AddMinutes(minutes);
        }

        if (record.Incident.EndedAt is null && from < end) yield return ("Open", "search", from, end);
    }

    // Dots that would cover each other go into rows below.
    private static List<int> DotRows(List<TimelineEntry> entries, Axis axis)
    {
        var ends = new List<double>();
        var rows = new List<int>();
        foreach (var x in entries.Select(entry => axis.X(entry.At)))
        {
            var row = ends.FindIndex(end => x - DotRadius >= end);
            if (row < 0)
            {
                row = ends.Count;
                ends.Add(0);
            }

            ends[row] = x + DotRadius + 1;
            rows.Add(row);
        }

        return rows;
    }

    private sealed class Axis
    {
        private readonly DateTimeOffset _begin;

        public Axis(IncidentRecord record, DateTimeOffset now)
        {
            var moments = record.Timeline.Select(entry => entry.At).Append(record.Incident.StartedAt).Append(record.Incident.EndedAt ?? now).ToList();
            _begin = moments.Min();
            End = moments.Max();
            // An incident of no length still has an axis.
            if (End - _begin < TimeSpan.FromMinutes(1)) End = _begin.AddMinutes(1);
        }

        public DateTimeOffset End { get; }

        public double X(DateTimeOffset at) => Left + DotRadius + ((Width - (2 * DotRadius)) * Math.Clamp((at - _begin) / (End - _begin), 0, 1));

        public (double X, double Width) Range(DateTimeOffset from, DateTimeOffset to) => (X(from), Math.Max(2, X(to) - X(from)));

        public IEnumerable<(DateTimeOffset At, string Anchor)> Ticks()
        {
            yield return (_begin, "start");
            yield return (_begin + ((End - _begin) / 2), "middle");
            yield return (End, "end");
        }
    }
}
