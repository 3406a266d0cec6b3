using System.Globalization;
using Sitrep.Prose;

namespace Sitrep.Chat.Slack.Blocks;

/// <summary>Prose as blocks that each fit: 3,000 characters, and all together what Slack takes.</summary>
internal static class Sections
{
    private const int Longest = 3_000;

    private static readonly Section _theRest = new(Line.Typed("… (the rest does not fit into a Slack message; it is kept)"));

    /// <summary>
    /// The most characters of all blocks as JSON: Slack answers <c>msg_blocks_too_long</c> at about 13,200, whatever its
    /// pages say.
    /// </summary>
    public const int LongestOfAll = 12_500;

    /// <summary>The sections, at most as many as given, within so many characters as JSON.</summary>
    public static IReadOnlyList<Section> Of(IReadOnlyList<Block> blocks, int most, int characters = LongestOfAll)
    {
        var pieces = blocks
            .SelectMany(Lines)
            .SelectMany(line => MessageSplitter.Of(line, Longest))
            .Select(line => new Section(line))
            .ToList();
        // Each section costs room of its own: many short ones are better as a few.
        if (pieces.Count > most || pieces.Sum(piece => piece.Size) > characters - _theRest.Size) pieces = Packed(pieces);
        return Within(pieces, most, characters);
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

    private static Line Bold(Line line) =>
        new([.. line.Spans.Select(span => span is Words words ? words with { Style = words.Style | Style.Bold } : span)]);

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

    private static List<Section> Packed(List<Section> pieces)
    {
        var packed = new List<Section>();
        foreach (var piece in pieces)
        {
            if (packed.Count > 0 && packed[^1].IsRich == piece.IsRich && packed[^1].Size + piece.Size <= Longest)
                packed[^1] = packed[^1].Above(piece);
            else packed.Add(piece);
        }

        return packed;
    }

    private static List<Section> Within(List<Section> pieces, int most, int characters)
    {
        var kept = new List<Section>();
        var length = 0;
        foreach (var piece in pieces)
        {
            length += piece.Size;
            if (length > characters - _theRest.Size || kept.Count == most)
            {
                if (kept.Count == most) kept.RemoveAt(most - 1);
                kept.Add(_theRest);
                break;
            }

            kept.Add(piece);
        }

        return kept;
    }
}
