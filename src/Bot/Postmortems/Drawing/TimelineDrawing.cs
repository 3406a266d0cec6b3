using System.Text;
using Sitrep.Incidents;
using Sitrep.Incidents.Zones;
using Sitrep.Prose.Html;

namespace Sitrep.Postmortems.Drawing;

/// <summary>
/// The timeline, drawn (SVG): phases as bands across the top, a row an entry with its words beside it, dead ends
/// hatched for as long as they lasted. Where there are more entries than rows, neighbours share one.
/// </summary>
internal sealed class TimelineDrawing
{
    private const double Width = 720;
    private const double Margin = 8;
    private const double RowHeight = 22;
    private const int MostRows = 48;

    private readonly StringBuilder _drawing = new();
    private readonly DrawingAxis _axis;
    private readonly Zone _zone;
    private readonly IReadOnlyList<DrawingRow> _rows;
    private readonly IReadOnlyList<DrawingBand> _bands;
    private readonly DrawingLegend _legend;
    private readonly Dictionary<int, DateTimeOffset> _deadEnds;

    private TimelineDrawing(IncidentRecord record, Zone zone, DateTimeOffset now)
    {
        _zone = zone;
        _axis = new(record, zone, now, Margin, Width - (2 * Margin));
        _rows = DrawingRow.Of(record.InOrder(), MostRows);
        _bands = [.. DrawingBand.Of(record, _axis.End)];
        _deadEnds = DeadEnd.Of(record, now).ToDictionary(dead => dead.Entry.Number, dead => dead.Until);
        _legend = DrawingLegend.Of(_bands, _deadEnds.Count > 0, Margin, Width - Margin);
    }

    private double Top => 62 + _legend.Extra;

    private double Bottom => Top + (RowHeight * _rows.Count) + 4;

    /// <summary>Draws it; empty where there is nothing on the timeline.</summary>
    public static string Of(IncidentRecord record, Zone zone, DateTimeOffset now) =>
        record.Timeline.Count == 0 ? "" : new TimelineDrawing(record, zone, now).Draw(record);

    private string Draw(IncidentRecord record)
    {
        _drawing.Append(
            $"<div class=\"drawing\"><svg viewBox=\"0 0 {Width} {Bottom + 22:0}\" role=\"img\" aria-label=\"Timeline of {record.Incident.Id}\">\n"
        );
        _drawing.Append(
            "<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternTransform=\"rotate(45)\" patternUnits=\"userSpaceOnUse\"><rect width=\"2.5\" height=\"6\" class=\"dead\"/></pattern></defs>\n"
        );
        foreach (var band in _bands) Band(band);
        _legend.Draw(_drawing);
        foreach (var (x, text) in _axis.Ticks())
            _drawing.Append(
                $"<path class=\"tick\" d=\"M{x:0.#} {Top - 6:0.#}V{Bottom:0.#}\"/><text x=\"{x:0.#}\" y=\"{Bottom + 15:0.#}\" text-anchor=\"{Anchor(x)}\">{text}</text>\n"
            );
        for (var i = 0; i < _rows.Count; i++) Row(_rows[i], Top + (RowHeight * (i + 0.5)));
        return _drawing.Append("</svg></div>\n").ToString();
    }

    private void Band(DrawingBand band)
    {
        var (x, width) = (_axis.X(band.From), Math.Max(2, _axis.X(band.To) - _axis.X(band.From)));
        var title = band.Name.Length > 0 ? $"<title>{band.Name}: {band.Length}</title>" : "";
        _drawing.Append(
            $"<g class=\"{band.Look}\">{title}<rect x=\"{x:0.#}\" y=\"{Top - 28:0.#}\" width=\"{width:0.#}\" height=\"14\" rx=\"2\"/>");
        _drawing.Append(
            $"<rect class=\"shade\" x=\"{x:0.#}\" y=\"{Top - 6:0.#}\" width=\"{width:0.#}\" height=\"{Bottom - Top + 6:0.#}\"/></g>\n");
    }

    private void Row(DrawingRow row, double y)
    {
        var (left, right) = (_axis.X(row.Entries[0].At), _axis.X(row.Entries[^1].At));
        _drawing.Append($"<g><title>{HtmlWriter.Encode(row.Told(_zone))}</title>");
        foreach (var entry in row.Entries)
        {
            DateTimeOffset? end = _deadEnds.TryGetValue(entry.Number, out var lost) ? lost : entry.Until;
            var (x, until) = (_axis.X(entry.At), _axis.X(end ?? entry.At));
            if (until <= x) continue;
            _drawing.Append(
                $"<rect class=\"{(entry.Is(EntryKind.DeadEnd) ? "lost" : $"span {Look(entry)}")}\" x=\"{x:0.#}\" y=\"{y - (RowHeight * 0.3):0.#}\" width=\"{until - x:0.#}\" height=\"{RowHeight * 0.6:0.#}\" rx=\"2\"/>");
            right = Math.Max(right, until);
        }

        foreach (var entry in row.Entries)
            _drawing.Append(
                $"<circle class=\"{Look(entry)}{(_axis.Holds(entry.At) ? "" : " far")}\" cx=\"{_axis.X(entry.At):0.#}\" cy=\"{y:0.#}\" r=\"{(row.Entries.Count == 1 ? 5 : 3.5)}\"/>"
            );
        Label(row, left, right, y);
        _drawing.Append("</g>\n");
    }

    // On the side where there is more room; across a row that leaves none on either side.
    private void Label(DrawingRow row, double left, double right, double y)
    {
        var (before, after) = (left - 10 - Margin, Width - Margin - right - 10);
        var time = row.Time(_zone);
        var isCrowded = Math.Max(before, after) < Width / 3;
        var text = DrawingLabel.Fitting($"{time} {row.Words()}", isCrowded ? Width - (2 * Margin) : Math.Max(before, after));
        var words = text.StartsWith(time, StringComparison.Ordinal) ? text[time.Length..] : "";
        var (x, anchor) = isCrowded ? (Margin, "start") : after >= before ? (right + 10, "start") : (left - 10, "end");
        _drawing.Append(
            $"<text x=\"{x:0.#}\" y=\"{y + 4:0.#}\" text-anchor=\"{anchor}\"><tspan class=\"name\">{time}</tspan>{HtmlWriter.Encode(words)}</text>");
    }

    // A time at either edge would be cut off if it stood centred.
    private static string Anchor(double x) => x < 3 * Margin ? "start" : x > Width - (3 * Margin) ? "end" : "middle";

    private static string Look(TimelineEntry entry) => entry switch
    {
        _ when entry.Is(EntryKind.DeadEnd) => "dead",
        _ when entry.Is(EntryKind.Finding) => "search",
        _ when entry.Is(EntryKind.Mitigation) => "fix",
        _ when entry.Is(EntryKind.Resolution) || entry.Is(EntryKind.Verification) => "watch",
        _ => "dot",
    };
}
