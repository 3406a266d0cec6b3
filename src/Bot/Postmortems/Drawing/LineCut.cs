using System.Globalization;
using Sitrep.Prose;

namespace Sitrep.Postmortems.Drawing;

/// <summary>
/// Cuts one line that is too long for a message: after a sentence where one ends late enough, else between words, else
/// between characters as people see them.
/// </summary>
internal static class LineCut
{
    private const string Mark = "…";

    /// <summary>The line in pieces of at most so many characters, each cut marked on both sides; the line itself where it fits.</summary>
    public static IReadOnlyList<Line> Of(Line line, int most)
    {
        if (line.PlainText.Length <= most) return [line];
        var pieces = new List<Line>();
        var current = new List<Span>();
        var room = most - Mark.Length;
        foreach (var span in line.Spans)
        {
            var text = span.PlainText;
            if (text.Length <= room)
            {
                current.Add(span);
                room -= text.Length;
                continue;
            }

            // What does not fit becomes plain words in its own look.
            var style = span is Words words ? words.Style : Style.None;
            while (text.Length > room)
            {
                var end = Fitting(text, room);
                current.Add(new Words(text[..end] + Mark, style));
                pieces.Add(new(current));
                current = [new Words(Mark)];
                room = most - (2 * Mark.Length);
                text = text[end..];
            }

            current.Add(new Words(text, style));
            room -= text.Length;
        }

        pieces.Add(new(current));
        return pieces;
    }

    private static int Fitting(string text, int room)
    {
        var end = 0;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            // One that is longer than a whole message is taken whole: cut in two it would show as something else.
            if (next > room && end > 0) break;
            end = next;
        }

        var start = text.AsSpan(0, end);
        var sentence = Math.Max(
            start.LastIndexOf('\n'),
            Math.Max(start.LastIndexOf(". "), Math.Max(start.LastIndexOf("! "), start.LastIndexOf("? "))));
        if (sentence > end / 2) return sentence + (text[sentence] == '\n' ? 1 : 2);
        var space = start.LastIndexOf(' ');
        return space > end * 3 / 4 ? space + 1 : end;
    }
}
