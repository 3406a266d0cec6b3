using AngleSharp.Html.Parser;
using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Prose.Html;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Prose;

public sealed class HtmlWriterTests
{
    public static TheoryData<string> Texts => [.. Nasty.Texts];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_nasty_text_makes_no_element_and_reads_as_it_was_typed(string text)
    {
        var html = HtmlWriter.Of([
            new Paragraph(Line.Of($"**{text}** {new Mention(Person.Named("web", text))} {new Moment(default, text)}")),
        ]);
        var document = new HtmlParser().ParseDocument(html);
        Assert.Equal(
            ["P", "STRONG", "SPAN", "TIME"],
            document.Body!.QuerySelectorAll("*").Select(element => element.TagName).Where(name => name is not ("BR" or "CODE" or "PRE")).Distinct());
        Assert.StartsWith(Markup.Letters(Shown(text)), Markup.Letters(document.Body.TextContent));
        Assert.All(document.Body.QuerySelectorAll("*"), element =>
            Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on")));
    }

    [Fact]
    public void Whatever_was_typed_makes_no_element_and_comes_back() => TypedWords.Hold(typed =>
    {
        IReadOnlyList<Block> blocks =
            [
                new Heading(2, Line.Typed(typed)),
                new ListBlock(Numbered: true, [Line.Of($"_{typed}_ {typed}")]),
                new Paragraph(new([new Link("https://x.y/" + typed, typed)])),
                new Picture("https://x.y/" + typed, typed),
                new Picture("x" + typed, typed),
            ];
        var body = new HtmlParser().ParseDocument(HtmlWriter.Of(blocks)).Body!;
        string[] ours = ["h2", "ol", "li", "em", "p", "a", "figure", "img", "figcaption", "br", "bdi", "code", "pre"];
        Assert.All(body.QuerySelectorAll("*"), element => Assert.Contains(element.LocalName, ours));
        Assert.All(body.QuerySelectorAll("[href], [src]"), element =>
                Assert.StartsWith("https://x.y/", element.GetAttribute("href") ?? element.GetAttribute("src"))
            );
        var shown = Shown(typed);
        Assert.Equal(Markup.Letters(shown), Markup.Letters(body.QuerySelector("h2")!.TextContent));
        Assert.Equal(Markup.Letters(shown + shown), Markup.Letters(body.QuerySelector("li")!.TextContent));
    });

    [Fact]
    public void A_picture_by_its_file_name_is_named_and_not_fetched() =>
        Assert.Equal("<p class=\"picture\">a day (pic1.jpg)</p>\n", HtmlWriter.Of([new Picture("pic1.jpg", "a day")]));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("//evil.example/x.png")]
    [InlineData("vbscript:x")]
    public void An_address_that_could_run_something_is_text(string url)
    {
        var document = new HtmlParser().ParseDocument(
            HtmlWriter.Of([new Picture(url, "alt"), new Paragraph(new([new Link(url, "text")]))]));
        Assert.Empty(document.QuerySelectorAll("img,a"));
        Assert.Contains(url.Trim(), document.Body!.TextContent);
    }

    private static string Shown(string typed) =>
        string.Concat(Line.Typed(typed).Spans.Select(span => span is TypedCode code ? code.Content : span.PlainText));
}
