using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Prose.Markdown;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Prose;

/// <summary>Whatever was typed, a Markdown reader shows it to the letter and finds nothing else in it.</summary>
public sealed class MarkdownWriterTests
{
    public static TheoryData<string> Texts => [.. Nasty.Texts];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_nasty_text_reads_as_it_was_typed(string text)
    {
        ComesBack(Shown(text), new Paragraph(Line.Typed(text)));
        ComesBack(Shown(text), new ListBlock(Numbered: false, [Line.Typed(text)]));
        ComesBack("14:05 UTC - " + Shown(text), new ListBlock(Numbered: true, [Line.Of($"**{"14:05 UTC"}** - {text}")]));
        ComesBack(Shown(text), new Heading(1, Line.Typed(text)));
    }

    [Fact]
    public void Words_in_a_paragraph_come_back_as_typed() =>
        TypedWords.Hold(typed => ComesBack(Shown(typed), new Paragraph(Line.Typed(typed))));

    [Fact]
    public void Words_in_a_list_come_back_as_typed() =>
        TypedWords.Hold(typed => ComesBack(Shown(typed) + "|" + Shown(typed), new ListBlock(true, [Line.Typed(typed), Line.Of($"|{typed}")])));

    [Fact]
    public void Words_in_a_heading_come_back_as_typed() =>
        TypedWords.Hold(typed => ComesBack(ShownInHeading(typed), new Heading(1, Line.Typed(typed))));

    [Fact]
    public void Words_beside_our_own_markup_come_back_as_typed() =>
        TypedWords.Hold(typed => ComesBack(
            $"14:05 UTC – {Shown(typed)} (dead end) {Shown(typed)}: {Shown(typed)}k{Shown(typed)}!",
            new ListBlock(false, [Line.Of($"**14:05 UTC** – {typed} _(dead end)_ **{typed}**: {typed}`k`{typed}!")])));

    [Fact]
    public void Words_that_our_markup_touches_come_back_as_typed() =>
        TypedWords.Hold(typed => ComesBack(
            $"{Shown(typed)}{Shown(typed)}{Shown(typed)}{typed}x",
            new Paragraph(Line.Of($"{typed}**{typed}**_{typed}_{new Link("http://x.y/?a=b&c=d", typed + "x")}"))));

    [Fact]
    public void Code_keeps_its_backticks() =>
        TypedWords.Hold(typed => ComesBack(typed + "x", new Paragraph(new Line([new Words(typed + "x", Style.Code)]))));

    [Theory]
    [InlineData("Approximately **not** bold", @"Approximately \*\*not\*\* bold")]
    [InlineData("PharmaCheck’s main_service_name was down ☕ 😀", null)]
    [InlineData("rm *.log took ~5 minutes, 3 * 4 > 2 & 5 < 6", null)]
    [InlineData("see https://x.y/a?b=c&d=e", null)]
    [InlineData("see https://x.y/_a_ now", "see <https://x.y/_a_> now")]
    [InlineData("it said [ERROR] {\"a\": [1, 2]} (#12) #dead-end", null)]
    [InlineData("two  spaces; 100% of users; a|b; $HOME/$USER; -x +y; 1.5 s", null)]
    [InlineData("- not a list", @"\- not a list")]
    [InlineData("30. June", @"30\. June")]
    [InlineData("# not a heading #", @"\# not a heading #")]
    [InlineData("<script> & &amp;", @"\<script> & \&amp;")]
    [InlineData("a`b", null)]
    [InlineData("C:\\logs\\new", null)]
    [InlineData("[docs](javascript:x)", @"[docs\](javascript:x)")]
    [InlineData("    indented", "&#32;   indented")]
    [InlineData("one\r\ntwo", "one  \ntwo")]
    public void Only_what_would_change_the_reading_is_escaped(string typed, string? markdown) =>
        Assert.Equal((markdown ?? typed) + "\n", MarkdownWriter.Of([new Paragraph(Line.Typed(typed))]));

    [Fact]
    public void Blocks_stand_apart_and_items_keep_their_breaks()
    {
        var markdown = MarkdownWriter.Of(
        [
            new Heading(1, Line.Typed("Title")),
            new ListBlock(false, [Line.Of($"**14:05 UTC** – {"first\nsecond"}"), Line.Typed("b")]),
            new ListBlock(false, [Line.Typed("another list")]),
            new ListBlock(true, [Line.Typed("ten"), Line.Of($"by {Person.Named("web", "ana")}")]) { First = 10 },
        ]);
        Assert.Equal("# Title\n\n- **14:05 UTC** – first  \n  second\n- b\n\n* another list\n\n10. ten\n11. by @ana\n", markdown);
    }

    [Theory]
    [InlineData("https://x.y/a?b=c&d=e", "![A day](https://x.y/a?b=c&d=e)\n")]
    [InlineData("pic1.jpg", "![A day](pic1.jpg)\n")]
    [InlineData("a&copy;.gif", "![A day](a\\&copy;.gif)\n")]
    [InlineData("my pic (1).jpg", "![A day](<my pic (1).jpg>)\n")]
    [InlineData("java\tscript:alert(1)", "A day (java\tscript:alert(1))\n")]
    [InlineData("data:text/html,x", "A day (data:text/html,x)\n")]
    public void A_picture_keeps_its_address(string url, string markdown) =>
        Assert.Equal(markdown, MarkdownWriter.Of([new Picture(url, "A day")]));

    [Fact]
    public void Forty_thousand_characters_take_no_time()
    {
        foreach (
            var piece in new[]
            {
                "$",
                "_",
                "*",
                "<",
                "`",
                "[",
                "]",
                "&",
                "\\",
                "~",
                "#",
                "-",
                " ",
                "\n",
                "<a",
                "a@",
                "http://",
                "_a",
                "- ",
                "$a",
            })
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            MarkdownWriter.Of([new Paragraph(Line.Typed(string.Concat(Enumerable.Repeat(piece, 40_000 / piece.Length))))]);
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{piece}: {clock.Elapsed}");
        }
    }

    [Fact]
    public void Plain_facts_stay_in_the_raw_text_to_the_letter()
    {
        const string fact =
            "85% of users (50,000) saw 502s at 14:05 UTC – it’s snake_case, a/b, x=1 & y=2 [prod] #3 e-mail a@b.c https://x.example/?a=b&c=d";
        Assert.Contains(fact, MarkdownWriter.Of([new ListBlock(Numbered: false, [Line.Typed(fact)])]));
    }

    // What somebody set between backticks is code to the reader: its backticks are no letters, nor is its language.
    private static string Shown(string typed) =>
        string.Concat(Line.Typed(typed).Spans.Select(span => span is TypedCode code ? code.Code : span.PlainText));

    // A block of code stands on a heading's one line, with the word that names its language.
    private static string ShownInHeading(string typed) =>
        string.Concat(Line.Typed(typed).Spans.Select(span => span is TypedCode code ? code.Content : span.PlainText));

    private static void ComesBack(string expected, Block block)
    {
        var markdown = MarkdownWriter.Of([block]);
        foreach (var reader in Markup.Readers)
        {
            var page = Markup.Page(markdown, reader);
            Assert.True(
                Markup.Letters(expected) == Markup.Letters(page.TextContent),
                $"{expected}\nis written\n{markdown}\nand shown\n{page.TextContent}");
            foreach (var element in page.QuerySelectorAll("*"))
                Assert.True(IsOurs(element, block), $"{expected}\nis written\n{markdown}\nand makes\n{element.OuterHtml}");
        }
    }

    /// <summary>
    /// What our own blocks and marks make. A bare address may become a link to itself, no more: the text says where it
    /// leads.
    /// </summary>
    private static bool IsOurs(AngleSharp.Dom.IElement element, Block block) => element.LocalName switch
    {
        "p" or "br" or "h1" => true,
        "ul" or "ol" or "li" => block is ListBlock,
        "strong" => HasStyle(block, Style.Bold),
        "em" => HasStyle(block, Style.Italic),
        "code" or "pre" => HasStyle(block, Style.Code) || Spans(block).Any(span => span is TypedCode),
        "a" => element.GetAttribute("href") == "http://x.y/?a=b&c=d" || LeadsWhereItSays(element),
        _ => false,
    };

    private static bool LeadsWhereItSays(AngleSharp.Dom.IElement link) =>
        // A host in other letters than Latin ones is spelled in them.
        (
            link.GetAttribute("href")!.Contains("xn--", StringComparison.Ordinal)
            || Uri.UnescapeDataString(link.GetAttribute("href")!)
                .Contains(Uri.UnescapeDataString(link.TextContent), StringComparison.OrdinalIgnoreCase)
        ) && link.GetAttribute("href")!.Split(':')[0] is "http" or "https" or "ftp" or "mailto";

    private static bool HasStyle(Block block, Style style) => Spans(block).OfType<Words>().Any(words => words.Style.HasFlag(style));

    private static IEnumerable<Span> Spans(Block block) => block switch
    {
        ListBlock list => list.Items.SelectMany(item => item.Spans),
        Paragraph paragraph => paragraph.Line.Spans,
        Heading heading => heading.Line.Spans,
        _ => [],
    };
}
