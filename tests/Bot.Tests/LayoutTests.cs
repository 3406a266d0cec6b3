namespace Sitrep.Tests;

public sealed class LayoutTests
{
    [Fact]
    public void A_line_keeps_what_people_typed_as_words()
    {
        var line = Prose.Line.Of($"**{"<!channel> *x*"}** ok");
        Assert.Equal("<!channel> *x* ok", line.PlainText);
        Assert.Equal(Prose.Style.Bold, ((Prose.Words)line.Spans[0]).Style);
    }
}
