using System.Text;
using Sitrep.Incidents;
using Sitrep.Incidents.Zones;
using Sitrep.Prose;
using Sitrep.Prose.Html;

namespace Sitrep.Postmortems.Drawing;

/// <summary>
/// The timeline, drawn (SVG): phases as bands across the top, a row an entry with its words beside it, dead ends
/// hatched for as long as they lasted.
/// </summary>
internal sealed class TimelineDrawing
{
    private const double Width = 720;
    private const double Margin = 8;
    private const double Top = 62;
    private const double TallestRow = 22;
    private const double Tallest = 1320;
    private const double SmallestLabelled = 12;

    private readonly StringBuilder _drawing = new();
    private readonly DrawingAxis _axis;
    private readonly Zone _zone;
    private readonly List<TimelineEntry> _entries;
    private readonly double _row;

    private TimelineDrawing(IncidentRecord record, Zone zone, DateTimeOffset now)
    {
        _zone = zone;
        _axis = new(record, zone, now, Margin, Width - (2 * Margin));
        _entries = [.. record.InOrder()];
        _row = Math.Min(TallestRow, Tallest / _entries.Count);
    }

    private double Bottom => Top + (_row * _entries.Count) + 4;

    /// <summary>Draws it; empty where there is nothing on the timeline.</summary>
    public static string Of(IncidentRecord record, Zone zone, DateTimeOffset now) =>
        record.Timeline.Count == 0 ? "" : new TimelineDrawing(record, zone, now).Draw(record, now);

    private string Draw(IncidentRecord record, DateTimeOffset now)
    {
        _drawing.Append(
            $"<div class=\"drawing\"><svg viewBox=\"0 0 {Width} {Bottom + 22:0}\" role=\"img\" aria-label=\"Timeline of {record.Incident.Id}\">\n"
        );
        _drawing.Append(
            "<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternTransform=\"rotate(45)\" patternUnits=\"userSpaceOnUse\"><rect width=\"2.5\" height=\"6\" class=\"dead\"/></pattern></defs>\n"
        );
        var bands = DrawingBand.Of(record, _axis.End).ToList();
        foreach (var band in bands) Band(band);
        Legend(bands);
        foreach (var (x, text) in _axis.Ticks())
            _drawing.Append(
                $"<path class=\"tick\" d=\"M{x:0.#} {Top - 6}V{Bottom:0.#}\"/><text x=\"{x:0.#}\" y=\"{Bottom + 15:0.#}\" text-anchor=\"{Anchor(x)}\">{text}</text>\n"
            );
        var lengths = DeadEnd.Of(record, now).ToDictionary(dead => dead.Entry.Number, dead => dead.Minutes);
        for (var i = 0; i < _entries.Count; i++) Row(_entries[i], Top + (_row * (i + 0.5)), lengths.GetValueOrDefault(_entries[i].Number));
        return _drawing.Append("</svg></div>\n").ToString();
    }

    private void Band(DrawingBand band)
    {
        var (x, width) = (_axis.X(band.From), Math.Max(2, _axis.X(band.To) - _axis.X(band.From)));
        _drawing.Append(
            $"<g class=\"{band.Look}\"><title>{band.Name}: {Clock.InWords(band.To - band.From)}</title><rect x=\"{x:0.#}\" y=\"34\" width=\"{width:0.#}\" height=\"14\" rx=\"2\"/>"
        );
        _drawing.Append(
            $"<rect class=\"shade\" x=\"{x:0.#}\" y=\"{Top - 6}\" width=\"{width:0.#}\" height=\"{Bottom - Top + 6:0.#}\"/></g>\n");
    }

    // Beside the bands some names would not fit; in a line of their own they always do.
    private void Legend(List<DrawingBand> bands)
    {
        var x = Margin;
        foreach (var band in bands)
        {
            var length = $"{(band.To - band.From).TotalMinutes:0} min";
            _drawing.Append(
                $"<rect class=\"{band.Look}\" x=\"{x:0.#}\" y=\"9\" width=\"10\" height=\"10\" rx=\"2\"/><text x=\"{x + 15:0.#}\" y=\"18\"><tspan class=\"name\">{band.Name}</tspan> {length}</text>\n"
            );
            x += 40 + (1.12 * DrawingLabel.Width(band.Name + length));
        }

        if (_entries.Exists(entry => entry.Is(EntryKind.DeadEnd)))
            _drawing.Append(
                $"<rect class=\"lost\" x=\"{x:0.#}\" y=\"9\" width=\"16\" height=\"10\" rx=\"2\"/><text x=\"{x + 21:0.#}\" y=\"18\">Dead ends</text>\n"
            );
    }

    private void Row(TimelineEntry entry, double y, int minutesLost)
    {
        var (x, until) = (_axis.X(entry.At), _axis.X(entry.Until ?? entry.At.AddMinutes(minutesLost)));
        var far = _axis.Holds(entry.At) ? "" : " far";
        _drawing.Append($"<g><title>{HtmlWriter.Encode($"{Time(entry)}: {Excerpt.Of(entry.Text, 300)}")}</title>");
        if (minutesLost > 0 || entry.Until is not null)
            _drawing.Append(
                $"<rect class=\"{(entry.Is(EntryKind.DeadEnd) ? "lost" : $"span {Look(entry)}")}\" x=\"{x:0.#}\" y=\"{y - (_row * 0.3):0.#}\" width=\"{until - x:0.#}\" height=\"{_row * 0.6:0.#}\" rx=\"2\"/>"
            );
        _drawing.Append($"<circle class=\"{Look(entry)}{far}\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{Math.Min(5, _row * 0.35):0.#}\"/>");
        if (_row >= SmallestLabelled) Label(entry, x, Math.Max(x, until), y);
        _drawing.Append("</g>\n");
    }

    // On the side where there is more room.
    private void Label(TimelineEntry entry, double left, double right, double y)
    {
        var (before, after) = (left - 10 - Margin, Width - Margin - right - 10);
        var text = HtmlWriter.Encode(DrawingLabel.Fitting($"{_zone.Local(entry.At):HH:mm} {entry.Text}", Math.Max(before, after)));
        var (time, words) = (text[..Math.Min(5, text.Length)], text[Math.Min(5, text.Length)..]);
        var (x, anchor) = after >= before ? (right + 10, "start") : (left - 10, "end");
        _drawing.Append(
            $"<text x=\"{x:0.#}\" y=\"{y + 4:0.#}\" text-anchor=\"{anchor}\"><tspan class=\"name\">{time}</tspan>{words}</text>");
    }

    private string Time(TimelineEntry entry)
    {
        var clock = new Clock(_zone);
        return entry.Until is { } until ? clock.Span(entry.At, until).PlainText : clock.Full(entry.At).Text;
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
