using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace Sitrep.Tests.Support;

/// <summary>What a reader makes of Markdown: the page it shows.</summary>
internal static class Markup
{
    /// <summary>CommonMark alone, and GitHub's dialect with what GitHub adds to it.</summary>
    public static IReadOnlyList<MarkdownPipeline> Readers { get; } =
    [
        new MarkdownPipelineBuilder().Build(),
        new MarkdownPipelineBuilder()
            .UsePipeTables().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseTaskLists().UseFootnotes().UseAutoLinks()
            .UseAlertBlocks().UseMathematics().Build(),
    ];

    public static IElement Page(string markdown, MarkdownPipeline reader) =>
        new HtmlParser().ParseDocument(Markdown.ToHtml(markdown, reader)).Body!;

    /// <summary>The letters without white space: readers fold it, each in its own way.</summary>
    public static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\0' && c != '\uFFFD'));
}
