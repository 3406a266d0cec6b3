using System.Text;

namespace Sitrep.Prose.Markdown;

/// <summary>
/// Blocks as Markdown (CommonMark with GitHub's tables, strikethrough and task lists). Words are escaped only where
/// they would be read as markup, so that what people typed can be found again in the raw text.
/// </summary>
internal static class MarkdownWriter
{
    /// <summary>The blocks as a Markdown text that ends with a line break; empty where there is nothing.</summary>
    public static string Of(IReadOnlyList<Block> blocks)
    {
        var document = new StringBuilder();
        Block? before = null;
        var otherMarker = false;
        foreach (var block in blocks)
        {
            // Two lists in a row would be read as one, unless their markers differ.
            otherMarker = !otherMarker && block is ListBlock list && before is ListBlock last && list.Numbered == last.Numbered;
            var text = Write(block, otherMarker);
            if (text.Length == 0) continue;
            document.Append(document.Length > 0 ? "\n" : "").Append(text).Append('\n');
            before = block;
        }

        return document.ToString();
    }

    private static string Write(Block block, bool otherMarker) => block switch
    {
        Heading heading => new string('#', heading.Level) + " " + MarkdownLine.InHeading(heading.Line),
        Paragraph paragraph => MarkdownLine.Of(paragraph.Line),
        ListBlock list => string.Join('\n', list.Items.Select((item, i) => Item(Marker(list, i, otherMarker), item))),
        Picture picture => MarkdownLine.OfPicture(picture),
        _ => throw new InvalidOperationException($"A block without a rendering: {block.GetType().Name}"),
    };

    private static string Marker(ListBlock list, int index, bool other) =>
        list.Numbered ? $"{list.First + index}{(other ? ')' : '.')} " : other ? "* " : "- ";

    private static string Item(string marker, Line line)
    {
        var indent = new string(' ', marker.Length);
        var lines = MarkdownLine.Of(line).Split('\n').Select((text, i) => i == 0 || text.Length == 0 ? text : indent + text);
        return (marker + string.Join('\n', lines)).TrimEnd(' ');
    }
}
