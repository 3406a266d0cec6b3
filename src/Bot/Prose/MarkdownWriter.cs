using System.Globalization;
using System.Text;

namespace Sitrep.Prose;

/// <summary>Blocks as Markdown (CommonMark, which GitHub's contains).</summary>
public static class MarkdownWriter
{
    /// <summary>Writes a document; it ends with a line break.</summary>
    public static string Of(IReadOnlyList<Block> blocks)
    {
        var document = new StringBuilder();
        Block? previous = null;
        foreach (var block in blocks)
        {
            if (previous is not null) document.Append('\n');
            // Two lists in a row would read as one.
            if (previous is ListBlock && block is ListBlock) document.Append("<!-- -->\n\n");
            document.Append(Block(block)).Append('\n');
            previous = block;
        }

        return document.ToString();
    }

    private static string Block(Block block) => block switch
    {
        Heading heading => $"{new string('#', heading.Level)} {HeadingLine(heading.Line)}",
        Paragraph paragraph => Inline(paragraph.Line, ""),
        ListBlock list => string.Join('\n', list.Items.Select((item, i) => Item(list.Numbered ? string.Create(CultureInfo.InvariantCulture, $"{i + 1}. ") : "- ", item))),
        Picture picture => $"![{Alt(picture.Alt)}]({Destination(picture.Url)})",
        _ => throw new InvalidOperationException($"A block without a rendering: {block.GetType().Name}"),
    };

    private static string Item(string marker, Line line) => marker + Inline(line, new string(' ', marker.Length));

    // Behind a heading's words, a run of # would be taken for its end.
    private static string HeadingLine(Line line)
    {
        var text = Inline(new([.. line.Spans.Select(span => span is Words words ? words with { Text = words.Text.ReplaceLineEndings(" ") } : span)]), "");
        var end = text.TrimEnd('#');
        return end.Length < text.Length && end.EndsWith(' ') ? $"{end}\\{text[end.Length..]}" : text;
    }

    private static string Inline(Line line, string indent)
    {
        var text = new StringBuilder();
        foreach (var span in Runs(line))
        {
            text.Append(span switch
            {
                Words words => Styled(words.Text, words.Style, text.Length == 0, indent),
                Link link => $"[{Alt(link.Text)}]({Destination(link.Url)})",
                _ => throw new InvalidOperationException($"A span without a rendering: {span.GetType().Name}"),
            });
        }

        // A break with nothing behind it would show its backslash.
        var written = text.ToString().TrimEnd(' ');
        while (written.EndsWith("\\\n", StringComparison.Ordinal)) written = written[..^2].TrimEnd(' ');
        return written;
    }

    // Neighbours of one style share its marks: between marks that touch, readers lose count.
    private static List<Span> Runs(Line line)
    {
        var runs = new List<Span>();
        foreach (var span in line.Spans)
        {
            var words = span switch
            {
                Words own => own,
                Moment moment => new(moment.Text, moment.Style),
                Link => null,
                _ => new Words(span.PlainText),
            };
            if (words is null) runs.Add(span);
            else if (runs.Count > 0 && runs[^1] is Words before && before.Style == words.Style) runs[^1] = before with { Text = before.Text + words.Text };
            else runs.Add(words);
        }

        return runs;
    }

    private static string Styled(string text, Style style, bool atLineStart, string indent)
    {
        if (style == Style.None || string.IsNullOrWhiteSpace(text)) return Escaped(text, atLineStart, indent);
        // Marks must touch the words: white space stays outside them.
        var core = text.Trim();
        var lead = text[..text.IndexOf(core, StringComparison.Ordinal)];
        var trail = text[(lead.Length + core.Length)..];
        var (open, inner, close) = style.HasFlag(Style.Code) ? Code(core) : ("", Escaped(core, false, indent), "");
        var marks = (style.HasFlag(Style.Bold) ? "**" : "") + (style.HasFlag(Style.Italic) ? "_" : "");
        return lead + marks + open + inner + close + new string([.. marks.Reverse()]) + trail;
    }

    private static (string Open, string Inner, string Close) Code(string text)
    {
        var fence = "`";
        while (text.Contains(fence, StringComparison.Ordinal)) fence += "`";
        var pad = text.StartsWith('`') || text.EndsWith('`') ? " " : "";
        return (fence + pad, text.ReplaceLineEndings(" "), pad + fence);
    }

    // A line break that was typed stays one; the next line is indented into the same item.
    private static string Escaped(string text, bool atLineStart, string indent)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return string.Join(
            "\\\n" + indent,
            lines.Select((line, i) => (i == lines.Length - 1 ? line : line.TrimEnd()) is { Length: > 0 } kept ? MarkdownEscapes.Of(kept, atLineStart || i > 0) : i == lines.Length - 1 ? "" : "\u00A0"));
    }

    private static string Alt(string text) =>
        MarkdownEscapes.Of(text.ReplaceLineEndings(" "), false).Replace("\\[", "[", StringComparison.Ordinal).Replace("\\]", "]", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);

    private static string Destination(string url)
    {
        var safe = url.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)
            .Replace("\\", "%5C", StringComparison.Ordinal).ReplaceLineEndings("");
        return safe.AsSpan().IndexOfAny(" ()\t") >= 0 || safe.Length == 0 ? $"<{safe}>" : safe;
    }
}
