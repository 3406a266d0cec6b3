using Sitrep.Postmortems.Drawing;
using Sitrep.Prose;

namespace Sitrep.Postmortems;

/// <summary>
/// Cuts a document into messages: at sections where it can, at items where it must, within a text only where that alone
/// is too long.
/// </summary>
internal static class PostmortemParts
{
    // "Corrective and Preventative Measures (continued)" and the marks of a heading.
    private const int LongestHeading = 56;

    // Half an emoji as JSON.
    private const int MostCounted = 6;

    /// <summary>Cuts. No part is empty; together they hold every word. One that goes on with a section says so in its first line.</summary>
    /// <param name="blocks">The document.</param>
    /// <param name="most">How many characters a part may hold.</param>
    /// <param name="counted">How many a line counts for, at most six for each of its text; null for as many as one reads.</param>
    public static IReadOnlyList<IReadOnlyList<Block>> Split(IReadOnlyList<Block> blocks, int most, Func<Line, int>? counted = null)
    {
        counted ??= Read;
        var parts = new List<IReadOnlyList<Block>>();
        var part = new List<Block>();
        Heading? section = null;
        foreach (var piece in blocks.SelectMany(block => Pieces(block, Math.Max(most / 2, most - LongestHeading), counted)))
        {
            if (piece is Heading { Level: 2 } heading) section = heading;
            if (part.Count > 0 && part.Sum(taken => Size(taken, counted)) + Size(piece, counted) > most)
            {
                // A heading goes with what it heads.
                var held = part.Count > 1 && part[^1] is Heading ? part[^1] : null;
                if (held is not null) part.RemoveAt(part.Count - 1);
                parts.Add(Joined(part));
                part = held is not null ? [held] : piece is Heading ? [] : Continued(section, Size(piece, counted), most, counted);
            }

            part.Add(piece);
        }

        if (part.Count > 0) parts.Add(Joined(part));
        return parts;
    }

    private static List<Block> Continued(Heading? section, int next, int most, Func<Line, int> counted)
    {
        if (section is null) return [];
        var heading = section with { Line = section.Line.Then(Line.Of($" (continued)")) };
        return Size(heading, counted) + next <= most ? [heading] : [];
    }

    // A list is cut between its items and joined again where they stay together; the rest of a cut item stands without a bullet.
    private static IEnumerable<Block> Pieces(Block block, int most, Func<Line, int> counted) =>
        block switch
        {
            ListBlock list => list.Items.SelectMany(
                (item, i) =>
                    LineCut
                        .Of(item, Longest(item, most - 4, counted))
                        .Select(
                            (line, piece) =>
                                piece == 0 ? (Block)new ListBlock(list.Numbered, [line]) { First = list.First + i } : new Paragraph(line))),
            Paragraph paragraph => LineCut
                .Of(paragraph.Line, Longest(paragraph.Line, most - 2, counted))
                .Select(line => (Block)new Paragraph(line)),
            _ => [block],
        };

    // Text whose escapes count for more than one character is cut where it fits in any case.
    private static int Longest(Line line, int most, Func<Line, int> counted) =>
        counted == Read || counted(line) <= most ? most : most / MostCounted;

    private static int Read(Line line) => line.PlainText.Length;

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

    private static int Size(Block block, Func<Line, int> counted) => block switch
    {
        ListBlock list => list.Items.Sum(item => counted(item) + 4),
        Paragraph paragraph => counted(paragraph.Line) + 2,
        Heading heading => counted(heading.Line) + 6,
        Picture picture => picture.Url.Length + picture.Alt.Length + 8,
        _ => 0,
    };
}
