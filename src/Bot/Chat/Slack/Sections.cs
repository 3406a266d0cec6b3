using System.Globalization;
using Sitrep.Prose;

namespace Sitrep.Chat.Slack;

/// <summary>Prose as texts that each fit a section block: 3,000 characters, and all together what Slack takes.</summary>
internal static class Sections
{
    private const int Longest = 3_000;

    // Slack answers msg_blocks_too_long at about 13,200 characters, whatever its pages say.
    private const int LongestOfAll = 12_000;

    /// <summary>The texts, at most as many as given.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Block> blocks, int most)
    {
        var pieces = blocks.SelectMany(Lines).SelectMany(line => Pieces.Of(line, Longest)).ToList();
        if (pieces.Count > most) pieces = Packed(pieces);
        return Within(pieces, most);
    }

    private static IEnumerable<Line> Lines(Block block) => block switch
    {
        Heading heading => [Bold(heading.Line)],
        Paragraph paragraph => paragraph.Line.Spans.Count == 0 ? [] : [paragraph.Line],
        ListBlock list => [Joined(list)],
        // As a link: a picture that Slack cannot fetch would cost the whole message (invalid_blocks).
        Picture picture => [new([new Link(picture.Url, picture.Alt.Length > 0 ? picture.Alt : picture.Url)])],
        _ => throw new InvalidOperationException($"A block without a rendering: {block.GetType().Name}"),
    };

    private static Line Bold(Line line) => new([.. line.Spans.Select(span => span is Words words ? words with { Style = words.Style | Style.Bold } : span)]);

    private static Line Joined(ListBlock list)
    {
        var spans = new List<Span>();
        for (var i = 0; i < list.Items.Count; i++)
        {
            var mark = list.Numbered ? string.Create(CultureInfo.InvariantCulture, $"{list.First + i}. ") : "• ";
            spans.Add(new Words(i == 0 ? mark : "\n" + mark));
            spans.AddRange(list.Items[i].Spans);
        }

        return new(spans);
    }

    private static List<string> Packed(List<string> pieces)
    {
        var packed = new List<string>();
        foreach (var piece in pieces)
        {
            if (packed.Count > 0 && packed[^1].Length + 1 + piece.Length <= Longest) packed[^1] += "\n" + piece;
            else packed.Add(piece);
        }

        return packed;
    }

    private static List<string> Within(List<string> pieces, int most)
    {
        var kept = new List<string>();
        var length = 0;
        foreach (var piece in pieces)
        {
            length += piece.Length;
            if (length > LongestOfAll || kept.Count == most)
            {
                const string rest = "… (the rest does not fit into a Slack message; it is kept)";
                if (kept.Count == most) kept.RemoveAt(most - 1);
                kept.Add(rest);
                break;
            }

            kept.Add(piece);
        }

        return kept;
    }
}
