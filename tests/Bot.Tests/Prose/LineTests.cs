using Sitrep.Prose;

namespace Sitrep.Tests.Prose;

public sealed class LineTests
{
    [Fact]
    public void What_people_typed_stays_words()
    {
        var line = Line.Of($"**{"<!channel> *x* _y_ `z"}** ok");
        Assert.Equal([new Words("<!channel> *x* _y_ `z", Style.Bold), new Words(" ok")], line.Spans);
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
    public void An_excerpt_never_cuts_a_character()
    {
        Assert.Equal("abc", Excerpt.Of("abc", 3));
        Assert.Equal("ab…", Excerpt.Of("abc", 2));
        Assert.Equal("a…", Excerpt.Of("a👩‍🚒b", 4));
    }

    [Fact]
    public void An_excerpt_of_a_long_text_says_how_much_more_is_kept()
    {
        Assert.Equal(new string('a', 200) + "… (1,800 more characters, kept)", Excerpt.Of(new string('a', 2_000), 200));
        Assert.EndsWith("… (1 more character, kept)", Excerpt.Of(new string('a', 201), 200));
    }
}
