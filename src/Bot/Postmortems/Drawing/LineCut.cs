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

    // What stands around a piece of code.
    private const int Fences = 8;

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

            // What does not fit becomes words in its own look; code stays code in each piece.
            var code = span as TypedCode;
            if (code is not null) text = code.Content;
            var style = span is Words words ? words.Style : Style.None;
            while (text.Length + (code is null ? 0 : Fences) > room)
            {
                var end = Fitting(text, code is null ? room : room - Fences);
                if (code is null) current.Add(new Words(text[..end] + Mark, style));
                else current.AddRange([code.With(text[..end]), new Words(Mark)]);
                pieces.Add(new(current));
                current = [new Words(Mark)];
                room = most - (2 * Mark.Length);
                text = text[end..];
            }

            current.Add(code is null ? new Words(text, style) : code.With(text));
            room -= text.Length + (code is null ? 0 : Fences);
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
            // A grapheme that is longer than a whole message is taken whole: cut in two it would show as something else.
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
