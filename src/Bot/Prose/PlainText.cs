namespace Sitrep.Prose;

/// <summary>Blocks as plain text, for terminals and notifications.</summary>
internal static class PlainText
{
    /// <summary>A line a block or list item, without a trailing line break.</summary>
    public static string Of(IReadOnlyList<Block> blocks) => string.Join('\n', blocks.SelectMany(Lines));

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        Heading heading => [heading.Line.PlainText],
        Paragraph paragraph => [paragraph.Line.PlainText],
        ListBlock list => list.Items.Select((item, i) => (list.Numbered ? $"{list.First + i}. " : "- ") + item.PlainText),
        Picture picture => [picture.Alt.Length > 0 ? $"{picture.Alt} ({picture.Url})" : picture.Url],
        _ => throw new InvalidOperationException($"A block without a rendering: {block.GetType().Name}"),
    };
}
