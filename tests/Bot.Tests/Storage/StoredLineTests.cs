using System.Text.Json;
using Sitrep.Prose;
using Sitrep.Storage;

namespace Sitrep.Tests.Storage;

public sealed class StoredLineTests
{
    [Fact]
    public void A_line_comes_back_from_its_column_as_it_was()
    {
        var at = new DateTimeOffset(2026, 3, 10, 14, 5, 0, TimeSpan.Zero);
        var line = new Line([
            new Words("plain \"quoted\" \\ \u2028 🔥"),
            new Words("", Style.Bold),
            new Words("both", Style.Bold | Style.Italic),
            new Words("[\"w\"]"),
            new Mention(new("slack", "U1", "ana"), Ping: true),
            new ChannelName("inc-1", "C1"),
            new ChannelName("inc-2"),
            new Moment(at, "14:05 UTC", Style.Bold),
            new Link("https://example.com/?a=1&b=2", "a graph"),
        ]);
        var block = new Paragraph(line);
        var json = JsonSerializer.Serialize(new Sitrep.Chat.Effects.Message([block], []), StorageJson.Default.Message);
        var back = JsonSerializer.Deserialize(json, StorageJson.Default.Message)!;
        Assert.Equal(line, Assert.IsType<Paragraph>(Assert.Single(back.Blocks)).Line);
        Assert.Equal(json, JsonSerializer.Serialize(back, StorageJson.Default.Message));
    }

    [Theory]
    [InlineData("[[\"x\",\"y\"]]")]
    [InlineData("[[\"w\",\"y\"]]")]
    [InlineData("[1]")]
    [InlineData("{}")]
    public void What_is_no_line_is_refused(string json) =>
        Assert.ThrowsAny<Exception>(() =>
            JsonSerializer.Deserialize($$"""{"Blocks":[{"is":"paragraph","Line":{{json}}}],"Buttons":[]}""", StorageJson.Default.Message));
}
