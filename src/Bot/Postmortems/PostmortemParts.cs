using System.Globalization;
using Sitrep.Prose;

namespace Sitrep.Postmortems;

/// <summary>Cuts a document into messages: at sections where it can, at items where it must, within a text only where that alone is too long.</summary>
public static class PostmortemParts
{
    /// <summary>Cuts. No part is empty; together they hold every word.</summary>
    /// <param name="blocks">The document.</param>
    /// <param name="most">How many characters of text a part may hold.</param>
    public static IReadOnlyList<IReadOnlyList<Block>> Split(IReadOnlyList<Block> blocks, int most)
    {
        var parts = new List<IReadOnlyList<Block>>();
        var part = new List<Block>();
        var length = 0;
        foreach (var piece in blocks.SelectMany(block => Pieces(block, most)))
        {
            var size = Size(piece);
            if (length + size > most && part.Count > 0)
            {
                // A heading goes with what it heads.
                var heading = part.Count > 1 && part[^1] is Heading ? part[^1] : null;
                if (heading is not null) part.RemoveAt(part.Count - 1);
                parts.Add(part);
                part = heading is null ? [] : [heading];
                length = part.Sum(Size);
            }

            part.Add(piece);
            length += size;
        }

        if (part.Count > 0) parts.Add(part);
        return [.. parts.Select(Joined)];
    }

    // A list is cut between its items; the pieces of one list that stay together are joined again.
    private static IEnumerable<Block> Pieces(Block block, int most) => block switch
    {
        ListBlock { Numbered: false } list => list.Items.SelectMany(item => Cut(item, most)).Select(item => (Block)new ListBlock(Numbered: false, [item])),
        // Numbers would begin anew behind a cut, so there they become words.
        ListBlock list => Size(list) <= most ? [list] : list.Items.SelectMany((item, i) => Cut(Line.Of($"{i + 1}. ").Then(item), most)).Select(item => (Block)new Paragraph(item)),
        Paragraph paragraph => Cut(paragraph.Line, most).Select(line => (Block)new Paragraph(line)),
        _ => [block],
    };

    private static List<Line> Cut(Line line, int most)
    {
        if (line.PlainText.Length <= most) return [line];
        var cuts = new List<Line>();
        var current = new List<Span>();
        var room = most - 1;
        foreach (var span in line.Spans)
        {
            var text = span.PlainText;
            var style = span is Words words ? words.Style : Style.None;
            if (text.Length <= room)
            {
                current.Add(span);
                room -= text.Length;
                continue;
            }

            while (text.Length > 0)
            {
                var take = Fitting(text, room);
                current.Add(new Words(text[..take] + (take < text.Length ? "…" : ""), style));
                text = text[take..];
                room -= take;
                if (text.Length == 0) break;
                cuts.Add(new(current));
                current = [];
                room = most - 1;
            }
        }

        if (current.Count > 0) cuts.Add(new(current));
        return cuts;
    }

    // As much as fits, to the last space where there is one near, never within a character.
    private static int Fitting(string text, int room)
    {
        if (text.Length <= room) return text.Length;
        var end = 0;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > room && end > 0) break;
            end = next;
        }

        var space = text.LastIndexOf(' ', end - 1);
        return space > end * 3 / 4 ? space + 1 : end;
    }

    private static List<Block> Joined(IReadOnlyList<Block> part)
    {
        var joined = new List<Block>();
        foreach (var block in part)
        {
            if (block is ListBlock { Numbered: false } list && joined.Count > 0 && joined[^1] is ListBlock { Numbered: false } before)
                joined[^1] = new ListBlock(Numbered: false, [.. before.Items, .. list.Items]);
            else joined.Add(block);
        }

        return joined;
    }

    private static int Size(Block block) => block switch
    {
        ListBlock list => list.Items.Sum(item => item.PlainText.Length + 4),
        Paragraph paragraph => paragraph.Line.PlainText.Length + 2,
        Heading heading => heading.Line.PlainText.Length + 6,
        Picture picture => picture.Url.Length + picture.Alt.Length + 8,
        _ => 0,
    };
}
