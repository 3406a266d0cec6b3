using Sitrep.Prose;

namespace Sitrep.Postmortems;

/// <summary>Cuts a document into messages: at sections where it can, at items where it must, within a text only where that alone is too long.</summary>
public static class PostmortemParts
{
    // "Corrective and Preventative Measures (continued)" and the marks of a heading.
    private const int LongestHeading = 56;

    /// <summary>Cuts. No part is empty; together they hold every word. One that goes on with a section says so in its first line.</summary>
    /// <param name="blocks">The document.</param>
    /// <param name="most">How many characters of text a part may hold.</param>
    public static IReadOnlyList<IReadOnlyList<Block>> Split(IReadOnlyList<Block> blocks, int most)
    {
        var parts = new List<IReadOnlyList<Block>>();
        var part = new List<Block>();
        Heading? section = null;
        foreach (var piece in blocks.SelectMany(block => Pieces(block, Math.Max(most / 2, most - LongestHeading))))
        {
            if (piece is Heading { Level: 2 } heading) section = heading;
            if (part.Count > 0 && part.Sum(Size) + Size(piece) > most)
            {
                // A heading goes with what it heads.
                var held = part.Count > 1 && part[^1] is Heading ? part[^1] : null;
                if (held is not null) part.RemoveAt(part.Count - 1);
                parts.Add(Joined(part));
                part = held is not null ? [held] : piece is Heading ? [] : Continued(section, Size(piece), most);
            }

            part.Add(piece);
        }

        if (part.Count > 0) parts.Add(Joined(part));
        return parts;
    }

    private static List<Block> Continued(Heading? section, int next, int most)
    {
        if (section is null) return [];
        var heading = section with { Line = section.Line.Then(Line.Of($" (continued)")) };
        return Size(heading) + next <= most ? [heading] : [];
    }

    // A list is cut between its items and joined again where they stay together; the rest of a cut item stands without a bullet.
    private static IEnumerable<Block> Pieces(Block block, int most) => block switch
    {
        ListBlock list => list.Items.SelectMany((item, i) => LineCut.Of(item, most - 4).Select((line, piece) =>
            piece == 0 ? (Block)new ListBlock(list.Numbered, [line]) { First = list.First + i } : new Paragraph(line))),
        Paragraph paragraph => LineCut.Of(paragraph.Line, most - 2).Select(line => (Block)new Paragraph(line)),
        _ => [block],
    };

    private static List<Block> Joined(List<Block> part)
    {
        var joined = new List<Block>();
        foreach (var block in part)
        {
            if (block is ListBlock list && joined.Count > 0 && joined[^1] is ListBlock before && GoesOn(before, list))
                joined[^1] = before with { Items = [.. before.Items, .. list.Items] };
            else joined.Add(block);
        }

        return joined;
    }

    private static bool GoesOn(ListBlock before, ListBlock list) =>
        before.Numbered == list.Numbered && list.First == before.First + before.Items.Count;

    private static int Size(Block block) => block switch
    {
        ListBlock list => list.Items.Sum(item => item.PlainText.Length + 4),
        Paragraph paragraph => paragraph.Line.PlainText.Length + 2,
        Heading heading => heading.Line.PlainText.Length + 6,
        Picture picture => picture.Url.Length + picture.Alt.Length + 8,
        _ => 0,
    };
}
