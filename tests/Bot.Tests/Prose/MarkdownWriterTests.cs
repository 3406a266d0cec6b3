using FsCheck;
using FsCheck.Fluent;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Sitrep.Prose;
using Sitrep.Tests.Support;
using ListBlock = Sitrep.Prose.ListBlock;

namespace Sitrep.Tests.Prose;

/// <summary>Whatever was typed, a Markdown reader shows it to the letter and finds nothing else in it.</summary>
public sealed class MarkdownWriterTests
{
    // GitHub's dialect: CommonMark with tables, task lists and strikethrough.
    private static readonly MarkdownPipeline _gitHub = new MarkdownPipelineBuilder().UsePipeTables().UseTaskLists().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).Build();

    public static TheoryData<string> Texts => [.. Nasty.Texts];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_nasty_text_reads_as_it_was_typed(string text)
    {
        ReadsAsTyped(text, new Paragraph(Line.Typed(text)));
        ReadsAsTyped(text, new ListBlock(Numbered: false, [Line.Typed(text)]));
        ReadsAsTyped("14:05 UTC - " + text, new ListBlock(Numbered: true, [Line.Of($"**{"14:05 UTC"}** - {text}")]));
        ReadsAsTyped(text.ReplaceLineEndings(" "), new Heading(1, Line.Typed(text)));
    }

    [Fact]
    public void Random_texts_read_as_they_were_typed()
    {
        var signs = Gen.Elements("*", "_", "`", "~", "[", "]", "(", ")", "<", ">", "&", ";", "#", "-", "+", "=", "|", "\\", "!", "1", ".", ":", "a", "b c", " ", "  ", "\n", "http://x", "é", "\"");
        var texts = Gen.ListOf(signs).Select(parts => string.Concat(parts));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2_000),
            Prop.ForAll(texts.ToArbitrary(), text =>
            {
                ReadsAsTyped(text, new Paragraph(Line.Typed(text)));
                ReadsAsTyped("x: " + text, new ListBlock(Numbered: false, [Line.Of($"**{"x"}**: {text}")]));
            }));
    }

    [Fact]
    public void Plain_facts_stay_in_the_raw_text_to_the_letter()
    {
        const string fact = "85% of users (50,000) saw 502s at 14:05 UTC – it’s snake_case, a/b, x=1 & y=2 [prod] #3 e-mail a@b.c https://x.example/?a=b&c=d";
        Assert.Contains(fact, MarkdownWriter.Of([new ListBlock(Numbered: false, [Line.Typed(fact)])]));
    }

    [Fact]
    public void A_picture_s_address_is_kept_with_its_ampersands()
    {
        Assert.Equal("![a b](https://x.example/p.gif?a=b&c=d)\n", MarkdownWriter.Of([new Picture("https://x.example/p.gif?a=b&c=d", "a b")]));
        Assert.Equal("![a \\[b\\]](<my file (1).png>)\n", MarkdownWriter.Of([new Picture("my file (1).png", "a [b]")]));
    }

    private static void ReadsAsTyped(string text, Sitrep.Prose.Block block)
    {
        var markdown = MarkdownWriter.Of([block]);
        var document = Markdown.Parse(markdown, _gitHub);
        var because = $"typed {text}\nwritten {markdown}";
        Assert.True(document.Count <= 1, because);
        foreach (var found in document.Descendants())
        {
            Assert.False(found is HtmlInline or HtmlBlock or CodeBlock or QuoteBlock or ThematicBreakBlock or Markdig.Extensions.Tables.Table, because);
            // An address on its own is linked by some readers, to itself: that is no harm. Other links are.
            Assert.False(found is LinkInline, because);
            Assert.False(found is CodeInline && !text.Contains('`'), because);
        }

        Assert.Equal(Folded(text), Folded(string.Concat(document.Descendants().Select(Literal))), StringComparer.Ordinal);
        Assert.Equal(block is ListBlock ? 1 : 0, document.Descendants<Markdig.Syntax.ListItemBlock>().Count());
    }

    private static string Literal(MarkdownObject found) => found switch
    {
        LiteralInline literal => literal.Content.ToString(),
        LineBreakInline => "\n",
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        CodeInline code => code.Content,
        AutolinkInline link => link.Url,
        _ => "",
    };

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
