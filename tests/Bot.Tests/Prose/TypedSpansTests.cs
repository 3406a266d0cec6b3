using Sitrep.Prose;
using Sitrep.Prose.Html;
using Sitrep.Prose.Markdown;

namespace Sitrep.Tests.Prose;

/// <summary>What people set between backticks is code, with its spaces, wherever it is shown; every letter stays.</summary>
public sealed class TypedSpansTests
{
    private const string Trace = "it threw\n```\nError: x\n    at foo (a.js:1)\n      at <anonymous>\n```\nso we *rolled* back";

    [Theory]
    [InlineData("ran `kubectl  get pods` twice", "kubectl  get pods")]
    [InlineData("`` a`b ``", "a`b")]
    [InlineData("```one line```", "one line")]
    [InlineData("```sql\nselect 1\n```", "sql\nselect 1")]
    [InlineData("```\n  indented\n```", "  indented")]
    [InlineData("(`a*b_c`)", "a*b_c")]
    public void Code_is_told_from_words(string typed, string code) =>
        Assert.Equal(code, Assert.Single(Line.Typed(typed).Spans.OfType<TypedCode>()).Content);

    [Theory]
    [InlineData("don`t say won`t")]
    [InlineData("a ` alone")]
    [InlineData("``")]
    [InlineData("``` never ended")]
    [InlineData("` `")]
    [InlineData("`over\nlines`")]
    public void What_is_no_code_is_words(string typed) => Assert.Empty(Line.Typed(typed).Spans.OfType<TypedCode>());

    [Fact]
    public void No_letter_is_lost() => TypedWords.Hold(typed => Assert.Equal(typed, Line.Typed(typed).PlainText));

    [Fact]
    public void The_bot_s_own_code_takes_what_was_typed_as_it_is() =>
        Assert.Equal([new Words("/timeline ", Style.Code), new Words("`x`", Style.Code)], Line.Of($"`/timeline {"`x`"}`").Spans);

    [Fact]
    public void In_Markdown_a_trace_is_a_block_of_its_own()
    {
        Assert.Equal(
            "it threw\n```\nError: x\n    at foo (a.js:1)\n      at <anonymous>\n```\nso we \\*rolled\\* back\n",
            MarkdownWriter.Of([new Paragraph(Line.Typed(Trace))]));
        Assert.Equal(
            "- **14:05** it threw\n  ```\n  Error: x\n      at foo (a.js:1)\n        at <anonymous>\n  ```\n  so we \\*rolled\\* back\n",
            MarkdownWriter.Of([new ListBlock(Numbered: false, [Line.Of($"**14:05** {Trace}")])]));
    }

    [Fact]
    public void A_language_is_a_line_where_no_reader_knows_it_and_the_fence_s_where_one_does()
    {
        var code = Assert.IsType<TypedCode>(Assert.Single(Line.Typed("```sql\nselect 1\n```").Spans));
        Assert.Equal(("sql", "select 1"), (code.Language, code.Code));
        Assert.Equal("```sql\nselect 1\n```\n", MarkdownWriter.Of([new Paragraph(new([code]))]));
        Assert.Equal("```\nsql\n```\n", MarkdownWriter.Of([new Paragraph(Line.Typed("```\nsql\n```"))]));
    }

    [Fact]
    public void In_HTML_a_trace_keeps_its_spaces_and_makes_no_element()
    {
        Assert.Equal(
            "<p>it threw<br></p>\n<pre><code>Error: x\n    at foo (a.js:1)\n      at &lt;anonymous&gt;</code></pre>\n<p>so we *rolled* back</p>\n",
            HtmlWriter.Of([new Paragraph(Line.Typed(Trace))]));
        Assert.Equal("<p>ran <code>a  b</code></p>\n", HtmlWriter.Of([new Paragraph(Line.Typed("ran `a  b`"))]));
    }

    [Fact]
    public void An_excerpt_closes_the_code_that_it_cuts()
    {
        Assert.Equal("x `ab`…", Excerpt.Of("x `abcd` e", 5));
        Assert.Equal("```\nab\n```…", Excerpt.Of("```\nabcd\n```", 6));
        Assert.Equal("x …", Excerpt.Of("x ```ab```", 3));
    }
}
