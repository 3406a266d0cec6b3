using Sitrep.Prose;

namespace Sitrep.Tests.Prose;

public sealed class LineTests
{
    [Fact]
    public void What_people_typed_stays_words()
    {
        var line = Line.Of($"**{"<!channel> *x* _y_ `z`"}** ok");
        Assert.Equal([new Words("<!channel> *x* _y_ `z`", Style.Bold), new Words(" ok")], line.Spans);
    }

    [Fact]
    public void The_bot_s_own_marks_style_what_stands_between_them()
    {
        var line = Line.Of($"a **b** _c_ `d_e`");
        Assert.Equal(
            [
                new Words("a "),
                new Words("b", Style.Bold),
                new Words(" "),
                new Words("c", Style.Italic),
                new Words(" "),
                new Words("d_e", Style.Code),
            ],
            line.Spans);
    }

    [Fact]
    public void An_excerpt_says_how_much_more_there_is_and_never_cuts_a_character()
    {
        Assert.Equal("abc", Excerpt.Of("abc", 3));
        Assert.Equal("ab… (1 more characters, kept)", Excerpt.Of("abc", 2));
        Assert.StartsWith("a… (", Excerpt.Of("a👩‍🚒b", 4));
    }
}
