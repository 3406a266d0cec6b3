using System.Globalization;
using Sitrep.Prose;

namespace Sitrep.Chat.Slack.Blocks;

/// <summary>Prose as texts that each fit a section block: 3,000 characters, and all together what Slack takes.</summary>
internal static class Sections
{
    private const int Longest = 3_000;

    // What a section takes besides its text.
    private const int Around = 90;
    private const string TheRest = "… (the rest does not fit into a Slack message; it is kept)";

    /// <summary>
    /// The most characters of all blocks as JSON: Slack answers <c>msg_blocks_too_long</c> at about 13,200, whatever its
    /// pages say.
    /// </summary>
    public const int LongestOfAll = 12_500;

    /// <summary>How many characters a text takes as JSON, where an emoji takes twelve.</summary>
    public static int Cost(string text)
    {
        var cost = text.Length;
        foreach (var c in text) cost += char.IsSurrogate(c) || c < ' ' ? 5 : c is '"' or '\\' ? 1 : 0;
        return cost;
    }

    /// <summary>The texts, at most as many as given, within so many characters as JSON.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Block> blocks, int most, int characters = LongestOfAll)
    {
        var pieces = blocks.SelectMany(Lines).SelectMany(line => MessageSplitter.Of(line, Longest)).ToList();
        // Each section costs room of its own: many short ones are better as a few.
        if (pieces.Count > most || pieces.Sum(piece => Cost(piece) + Around) > characters - TheRest.Length - Around)
            pieces = Packed(pieces);
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

    private static List<string> Packed(List<string> pieces)
    {
        var packed = new List<string>();
        foreach (var piece in pieces)
        {
            if (packed.Count > 0 && Cost(packed[^1]) + 2 + Cost(piece) <= Longest) packed[^1] += "\n" + piece;
            else packed.Add(piece);
        }

        return packed;
    }

    private static List<string> Within(List<string> pieces, int most, int characters)
    {
        var kept = new List<string>();
        var length = 0;
        foreach (var piece in pieces)
        {
            length += Cost(piece) + Around;
            if (length > characters - TheRest.Length - Around || kept.Count == most)
            {
                if (kept.Count == most) kept.RemoveAt(most - 1);
                kept.Add(TheRest);
                break;
            }

            kept.Add(piece);
        }

        return kept;
    }
}
