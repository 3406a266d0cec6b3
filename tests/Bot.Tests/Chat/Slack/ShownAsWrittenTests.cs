using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sitrep.Chat.Slack.Blocks;
using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Tests.Prose;
using Sitrep.Tests.Support;
using Message = Sitrep.Chat.Effects.Message;

namespace Sitrep.Tests.Chat.Slack;

/// <summary>What people typed appears letter by letter: nothing of it formats, pings or links.</summary>
public sealed class ShownAsWrittenTests
{
    [Theory]
    [InlineData("*not bold*")]
    [InlineData("_not italic_")]
    [InlineData("~not struck~")]
    [InlineData("snake_case and 2*3")]
    [InlineData("> not a quote")]
    [InlineData("it is :fire: here")]
    [InlineData("a ` alone")]
    public void What_could_be_read_as_a_mark_is_rich_text(string typed)
    {
        var block = Assert.Single(Blocks(Line.Of($"**{"INC-1"}** {typed}")));
        Assert.Equal("rich_text", (string?)block["type"]);
        Assert.Contains(Elements(block), element => (string?)element["text"] == " " + typed && element["style"] is null);
        Assert.True((bool)Elements(block).First()["style"]!["bold"]!);
    }

    [Fact]
    public void Plain_words_are_a_section_and_escaped()
    {
        var block = Assert.Single(Blocks(Line.Of($"**{"INC-1"}** {"a <!channel> & <@U1> b"}")));
        Assert.Equal("*INC-1* a &lt;!channel&gt; &amp; &lt;@U1&gt; b", (string?)block["text"]!["text"]);
        Assert.True((bool)block["text"]!["verbatim"]!);
    }

    [Fact]
    public void A_trace_is_preformatted_with_its_spaces()
    {
        var block = Assert.Single(Blocks(Line.Of($"**{"14:05"}** it threw{"\n```\n  at *foo*\n    at bar\n```\nso `kubectl  get`"}")));
        Assert.Equal(
            ["rich_text_section", "rich_text_preformatted", "rich_text_section"],
            block["elements"]!.AsArray().Select(part => (string?)part!["type"]));
        Assert.Equal("  at *foo*\n    at bar", (string?)block["elements"]![1]!["elements"]![0]!["text"]);
        var last = block["elements"]![2]!["elements"]!.AsArray();
        Assert.Equal("so ", (string?)last[0]!["text"]);
        Assert.Equal("kubectl  get", (string?)last[1]!["text"]);
        Assert.True((bool)last[1]!["style"]!["code"]!);
    }

    [Fact]
    public void People_channels_times_and_links_are_built_from_ids_alone()
    {
        var at = new DateTimeOffset(2026, 3, 10, 14, 5, 0, TimeSpan.Zero);
        var block = Assert.Single(
            Blocks(
                new Line(
                    [
                        new Words("*x* "),
                        new Mention(new Person("slack", "U1", "ana"), Ping: true),
                        new Mention(new Person("slack", "U2", "b_en_")),
                        new ChannelName("incidents", "C1"),
                        new Moment(at, "14:05 UTC"),
                        new Link("https://x.example/", "a page"),
                    ])));
        Assert.Equal(
            ["text", "user", "text", "channel", "date", "text", "link"],
            Elements(block).Select(element => (string?)element["type"]));
        Assert.Equal(at.ToUnixTimeSeconds(), (long)Elements(block).ElementAt(4)["timestamp"]!);
    }

    [Fact]
    public void Whatever_is_typed_comes_back_letter_by_letter() => TypedWords.Hold(typed =>
    {
        var shown = string.Concat(Blocks(Line.Of($"**14:05** {typed}")).Select(Shown));
        var expected = "14:05" + string.Concat(Line.Typed(typed).Spans.Select(span => span is TypedCode code ? code.Content : span.PlainText));
        Assert.Equal(Markup.Letters(expected), Markup.Letters(shown));
    });

    private static string Shown(JsonNode block) => (string?)block["text"]?["text"] is { } text
        // In a section nothing may be left that Slack reads, but the bot's own bold.
        ? MentionDecoder.Plain(Unmarked(text), mark => mark.Label ?? mark.Id)
        : string.Concat(Elements(block).Select(element => (string?)element["text"]));

    private static string Unmarked(string text)
    {
        Assert.StartsWith("*14:05*", text);
        var rest = text["*14:05*".Length..];
        Assert.DoesNotContain(rest, c => c is '*' or '_' or '~' or '`' or '<' or '>');
        return "14:05" + rest;
    }

    private static IEnumerable<JsonNode> Elements(JsonNode block) =>
        block["elements"]!.AsArray().SelectMany(part => part!["elements"]!.AsArray()).Select(element => element!);

    private static List<JsonNode> Blocks(Line line)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            BlockKit.Write(json, Message.Of(line));
            json.WriteEndObject();
        }

        return [.. (JsonNode.Parse(Encoding.UTF8.GetString(stream.ToArray()))!["blocks"]?.AsArray() ?? []).Select(block => block!)];
    }
}
