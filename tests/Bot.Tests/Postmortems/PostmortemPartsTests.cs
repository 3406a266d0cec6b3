using Sitrep.Postmortems;
using Sitrep.Postmortems.Drawing;
using Sitrep.Prose;
using Sitrep.Tests.Prose;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Postmortems;

public sealed class PostmortemPartsTests
{
    [Fact]
    public void What_fits_stays_one_message()
    {
        IReadOnlyList<Block> blocks =
        [
            new Heading(1, Line.Typed("Title")),
            new Paragraph(Line.Typed("Words")),
            new ListBlock(Numbered: true, [Line.Typed("one"), Line.Typed("two")]),
        ];
        Assert.Equal(blocks, Assert.Single(PostmortemParts.Split(blocks, 1_000)));
    }

    [Fact]
    public void A_list_goes_on_in_the_next_message_with_its_next_number_below_its_section_s_name()
    {
        var parts = PostmortemParts.Split(
            [
                new Heading(2, Line.Typed("Tasks")),
                new ListBlock(Numbered: true, [.. Enumerable.Range(1, 12).Select(i => Line.Typed($"Task {i} " + new string('x', 50)))]),
            ],
            400);
        Assert.Equal([1, 7], parts.Select(part => ((ListBlock)part[1]).First));
        Assert.Equal(["Tasks", "Tasks (continued)"], parts.Select(part => ((Heading)part[0]).Line.PlainText));
        Assert.Equal(12, parts.Sum(part => ((ListBlock)part[1]).Items.Count));
    }

    [Fact]
    public void A_heading_goes_with_what_it_heads()
    {
        var parts = PostmortemParts.Split(
            [
                new Paragraph(Line.Typed(new string('x', 60))),
                new Heading(2, Line.Typed("Timeline")),
                new Paragraph(Line.Typed(new string('y', 60))),
            ],
            120);
        Assert.Equal(
            ["Paragraph", "Heading, Paragraph"],
            parts.Select(part => string.Join(", ", part.Select(block => block.GetType().Name))));
    }

    [Fact]
    public void A_text_that_is_too_long_is_cut_after_a_sentence_and_says_so()
    {
        var sentences = string.Concat(Enumerable.Range(10, 20).Select(i => $"This is sentence {i}. "));
        var cut = LineCut.Of(Line.Of($"**Cause**: {sentences}"), 100).Select(line => line.PlainText).ToList();
        Assert.StartsWith("Cause: This is sentence 10.", cut[0]);
        Assert.All(cut, piece => Assert.InRange(piece.Length, 1, 100));
        Assert.All(cut.SkipLast(1), piece => Assert.EndsWith(". …", piece));
        Assert.All(cut.Skip(1), piece => Assert.StartsWith("…This", piece));
    }

    [Fact]
    public void Whatever_was_typed_is_cut_between_characters_and_nothing_is_lost() => TypedWords.Hold(typed =>
    {
        var text = string.Concat(Enumerable.Repeat(typed + "👩‍🚒é", 20));
        var cut = LineCut.Of(Line.Of($"**14:05** {text}"), 60).Select(line => line.PlainText).ToList();
        var joined = string.Concat(cut.Select((piece, i) => piece[(i > 0 ? 1 : 0)..(i < cut.Count - 1 ? ^1 : ^0)]));
        // Code that is cut is closed and opened again: its backticks come twice.
        if (!text.Contains('`')) Assert.Equal($"14:05 {text}", joined);
        Assert.Equal(Letters($"14:05 {text}"), Letters(joined));
        Assert.All(cut, piece => Assert.False(piece.StartsWith("…\u200D", StringComparison.Ordinal)));
    });

    private static string Letters(string text) => Markup.Letters(text).Replace("`", "");
}
