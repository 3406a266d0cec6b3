using System.Text.Json;
using System.Text.Json.Nodes;
using Sitrep.Conformance;
using Sitrep.Conformance.Slack;
using Xunit.Abstractions;

namespace Sitrep.Tests.Conformance;

public sealed class SlackSpecsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(
        "chat.postMessage",
        """{"channel":"C1","text":"t","unfurl_links":false,"metadata":{"event_type":"e","event_payload":{"id":"1"}}}""",
        ""
    )]
    [InlineData("chat.postMessage", """{"channel":"C1"}""", "/")]
    [InlineData("chat.postMessage", """{"channel":"C1","text":"t","colour":"red"}""", "/colour")]
    [InlineData("chat.postMessage", """{"channel":"C1","text":"t","unfurl_links":"no"}""", "/unfurl_links")]
    [InlineData(
        "chat.postMessage",
        """{"channel":"C1","text":"t","blocks":[{"type":"section","text":{"type":"markdown","text":"x"}}]}""",
        "/blocks/0/text/type"
    )]
    [InlineData(
        "chat.postMessage",
        """{"channel":"C1","text":"t","blocks":[{"type":"section","block_id":"b"},{"type":"divider","block_id":"b"}]}""",
        "/blocks/1/block_id"
    )]
    [InlineData("conversations.invite", """{"channel":"C1","users":"U1,U2"}""", "")]
    [InlineData("conversations.invite", """{"channel":"C1","users":["U1"]}""", "/users")]
    [InlineData("conversations.create", """{}""", "/")]
    [InlineData("conversations.creat", """{}""", "/")]
    [InlineData("views.open", """{"trigger_id":"1","view":{"type":"modal","title":{"type":"plain_text","text":"T"},"blocks":[]}}""", "")]
    [InlineData(
        "views.open",
        """{"trigger_id":"1","view":{"type":"modal","title":{"type":"plain_text","text":"A title of more than 24 letters"},"blocks":[]}}""",
        "/view/title"
    )]
    [InlineData(
        "views.open",
        """{"trigger_id":"1","view":{"type":"modal","title":{"type":"plain_text","text":"T"},"blocks":[{"type":"input","label":{"type":"plain_text","text":"L"}}]}}""",
        "/view/blocks/0"
    )]
    public void A_request_is_judged_where_it_differs_from_the_catalogue(string method, string arguments, string path)
    {
        if (Specs() is not { } specs)
            return;
        var found = specs.Request(method, JsonElement.Parse(arguments));
        if (path.Length == 0)
            Assert.Empty(found);
        else
            Assert.Contains(found, violation => violation.Path == path.TrimEnd('/'));
    }

    public static TheoryData<string, string, int> Limits =>
        new()
        {
            { """{"type":"section","text":{"type":"mrkdwn","text":"@"}}""", "/blocks/0/text", 3000 },
            { """{"type":"section","fields":[{"type":"mrkdwn","text":"@"}]}""", "/blocks/0/fields/0", 2000 },
            { """{"type":"header","text":{"type":"plain_text","text":"@"}}""", "/blocks/0/text", 150 },
            { """{"type":"divider","block_id":"@"}""", "/blocks/0/block_id", 255 },
            { """{"type":"markdown","text":"@"}""", "/blocks/0/text", 12000 },
            { """{"type":"image","image_url":"https://a/b.png","alt_text":"@"}""", "/blocks/0/alt_text", 2000 },
            {
                """{"type":"image","image_url":"https://a/b.png","alt_text":"","title":{"type":"plain_text","text":"@"}}""",
                "/blocks/0/title",
                2000
            },
            {
                """{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"@"}}]}""",
                "/blocks/0/elements/0/text",
                75
            },
            {
                """{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"b"},"value":"@"}]}""",
                "/blocks/0/elements/0/value",
                2000
            },
            {
                """{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"b"},"url":"@"}]}""",
                "/blocks/0/elements/0/url",
                3000
            },
            {
                """{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"b"},"action_id":"@"}]}""",
                "/blocks/0/elements/0/action_id",
                255
            },
            {
                """{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"b"},"confirm":{"title":{"type":"plain_text","text":"@"},"text":{"type":"plain_text","text":"t"},"confirm":{"type":"plain_text","text":"c"},"deny":{"type":"plain_text","text":"d"}}}]}""",
                "/blocks/0/elements/0/confirm/title",
                100
            },
            {
                """{"type":"actions","elements":[{"type":"static_select","placeholder":{"type":"plain_text","text":"@"},"options":[{"text":{"type":"plain_text","text":"t"},"value":"v"}]}]}""",
                "/blocks/0/elements/0/placeholder",
                150
            },
            {
                """{"type":"actions","elements":[{"type":"static_select","options":[{"text":{"type":"plain_text","text":"@"},"value":"v"}]}]}""",
                "/blocks/0/elements/0/options/0/text",
                75
            },
            {
                """{"type":"actions","elements":[{"type":"static_select","options":[{"text":{"type":"plain_text","text":"t"},"value":"@"}]}]}""",
                "/blocks/0/elements/0/options/0/value",
                150
            },
            {
                """{"type":"input","label":{"type":"plain_text","text":"@"},"element":{"type":"plain_text_input"}}""",
                "/blocks/0/label",
                2000
            },
        };

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_text_may_be_as_long_as_its_limit_and_no_longer(string block, string path, int most)
    {
        if (Specs() is not { } specs) return;
        Assert.Empty(specs.Message(Message(block.Replace("@", new('x', most)))));
        Assert.Equal([path], specs.Message(Message(block.Replace("@", new('x', most + 1)))).Select(violation => violation.Path));
    }

    [Theory]
    [InlineData("actions", 25, """{"type":"button","text":{"type":"plain_text","text":"b"}}""")]
    [InlineData("context", 10, """{"type":"mrkdwn","text":"b"}""")]
    public void A_block_may_hold_as_many_elements_as_its_limit_and_no_more(string type, int most, string element)
    {
        if (Specs() is not { } specs) return;
        Assert.Empty(specs.Message(Message(Block(most))));
        Assert.Equal(["/blocks/0/elements"], specs.Message(Message(Block(most + 1))).Select(violation => violation.Path));

        string Block(int count) => $$"""{"type":"{{type}}","elements":[{{string.Join(',', Enumerable.Repeat(element, count))}}]}""";
    }

    [Fact]
    public void A_message_has_50_blocks_of_about_13_000_characters_and_40_000_of_text_at_most()
    {
        if (Specs() is not { } specs) return;
        Assert.Empty(specs.Message(Message([.. Enumerable.Repeat("""{"type":"divider"}""", 50)])));
        Assert.Equal(
            "_message.blocks_max",
            Assert.Single(specs.Message(Message([.. Enumerable.Repeat("""{"type":"divider"}""", 51)]))).Rule
        );
        var section = $$$"""{"type":"section","text":{"type":"mrkdwn","text":"{{{new string('x', 2900)}}}"}}""";
        Assert.Empty(specs.Message(Message(section, section, section, section)));
        Assert.Equal("msg_blocks_too_long", Assert.Single(specs.Message(Message(section, section, section, section, section))).Rule);
        Assert.Equal("/text", Assert.Single(specs.Message(JsonElement.Parse($$"""{"text":"{{new string('x', 40_001)}}"}"""))).Path);
    }

    [Fact]
    public void A_form_s_strings_become_what_the_method_takes()
    {
        if (Specs() is not { } specs) return;
        var read = SlackForm.Read(
            specs,
            "chat.postMessage",
            [new("token", "x"), new("channel", "C1"), new("unfurl_links", "false"), new("blocks", """[{"type":"divider"}]""")]
        );
        Assert.Equal("""{"channel":"C1","unfurl_links":false,"blocks":[{"type":"divider"}]}""", read.GetRawText());
        Assert.Equal("5", SlackForm.Read(specs, "conversations.list", [new("limit", "5")]).GetProperty("limit").GetRawText());
        Assert.Equal(
            "/blocks",
            specs
                .Request(
                    "chat.postMessage",
                    SlackForm.Read(specs, "chat.postMessage", [new("channel", "C1"), new("text", "t"), new("blocks", "[{")]))[0]
                .Path);
    }

    [Fact]
    public void An_error_is_documented_by_its_method_or_for_all()
    {
        if (Specs() is not { } specs) return;
        Assert.True(specs.Documents("conversations.create", "name_taken"));
        Assert.True(specs.Documents("conversations.create", "missing_scope"));
        Assert.False(specs.Documents("conversations.create", "already_pinned"));
        Assert.Contains("channels:manage", specs.ScopesOf("conversations.create"));
    }

    private SlackSpecs? Specs()
    {
        if (PlatformSpecs.Found is { } found) return new(found);
        output.WriteLine(PlatformSpecs.Skipped);
        return null;
    }

    private static JsonElement Message(params string[] blocks) =>
        JsonSerializer.SerializeToElement(
            new JsonObject { ["blocks"] = new JsonArray([.. blocks.Select(block => JsonNode.Parse(block))]) });
}
