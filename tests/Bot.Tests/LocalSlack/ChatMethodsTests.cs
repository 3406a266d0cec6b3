using System.Text.Json.Nodes;
using Sitrep.LocalSlack.State;

namespace Sitrep.Tests.LocalSlack;

public sealed class ChatMethodsTests : LocalSlackTest
{
    [Fact]
    public async Task A_message_is_posted_updated_and_deleted_and_each_ts_is_its_own()
    {
        var channel = await Channel();
        var posted = await Bot.Json(
            "chat.postMessage",
            $$$$"""{"channel":"{{{{channel}}}}","text":"one","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"*one*"}}],"metadata":{"event_type":"card","event_payload":{"id":"INC-1"}}}"""
        );
        var ts = (string)posted["ts"]!;
        Assert.Matches(@"^\d{10}\.\d{6}$", ts);
        Assert.Equal(Slack.Workspace.App.BotId, (string)posted["message"]!["bot_id"]!);
        Assert.NotEqual(ts, await Posted(channel));

        // Text alone takes the blocks away.
        await Bot.Form("chat.update", ("channel", channel), ("ts", ts), ("text", "two"));
        var message = Slack.Workspace.Channels[channel].Find(ts)!;
        Assert.Equal(("two", null), (message.Text, message.Blocks));
        Assert.True((bool)(await Bot.Form("chat.delete", ("channel", channel), ("ts", ts)))["ok"]!);
        Assert.Equal("message_not_found", await Bot.Refused("chat.delete", ("channel", channel), ("ts", ts)));
        Assert.Equal("message_not_found", await Bot.Refused("chat.update", ("channel", channel), ("ts", ts), ("text", "three")));
    }

    [Fact]
    public async Task A_message_that_says_nothing_or_goes_nowhere_is_refused()
    {
        var channel = await Channel();
        Assert.Equal("no_text", await Bot.Refused("chat.postMessage", ("channel", channel)));
        Assert.Equal("channel_not_found", await Bot.Refused("chat.postMessage", ("channel", "C999"), ("text", "t")));
        Slack.Administration.TakeScope("chat:write.public");
        Assert.Equal(
            "not_in_channel",
            await Bot.Refused("chat.postMessage", ("channel", Slack.Workspace.ChannelNamed("random").Id), ("text", "t")));
        await Bot.Form("conversations.archive", ("channel", channel));
        Assert.Equal("is_archived", await Bot.Refused("chat.postMessage", ("channel", channel), ("text", "t")));
        Slack.As("alice").Create("secret", isPrivate: true);
        Assert.Equal(
            "channel_not_found",
            await Bot.Refused("chat.postMessage", ("channel", Slack.Workspace.ChannelNamed("secret").Id), ("text", "t")));
    }

    [Fact]
    public async Task A_text_of_more_than_40_000_characters_is_cut_and_an_update_of_more_than_4_000_refused()
    {
        var channel = await Channel();
        var answer = await Bot.Form("chat.postMessage", ("channel", channel), ("text", new('x', 40_001)));
        Assert.Equal("message_truncated", (string)answer["response_metadata"]!["warnings"]![0]!);
        Assert.Equal(40_000, ((string)answer["message"]!["text"]!).Length);
        Assert.Equal(
            "msg_too_long",
            await Bot.Refused("chat.update", ("channel", channel), ("ts", (string)answer["ts"]!), ("text", new('x', 4_001))));
    }

    [Theory]
    [InlineData(
        """[{"type":"section","text":{"type":"mrkdwn","text":"@3001"}}]""",
        "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    )]
    [InlineData(
        """[{"type":"section","text":{"type":"mrkdwn","text":""}}]""",
        "must be more than 0 characters [json-pointer:/blocks/0/text/text]"
    )]
    [InlineData("""[{"type":"section"}]""", "must define either `text` or `fields` [json-pointer:/blocks/0]")]
    [InlineData("""[{"type":"banner"}]""", "unsupported type: banner [json-pointer:/blocks/0/type]")]
    [InlineData("""[{"type":"divider","colour":"red"}]""", "invalid additional property: colour [json-pointer:/blocks/0]")]
    [InlineData(
        """[{"type":"actions","elements":[{"type":"plain_text","text":"x"}]}]""",
        "unsupported type: plain_text [json-pointer:/blocks/0/elements/0/type]"
    )]
    [InlineData("""[{"type":"actions","elements":[]}]""", "no fewer than 1 items allowed [json-pointer:/blocks/0/elements]")]
    [InlineData(
        """[{"type":"header","text":{"type":"mrkdwn","text":"x"}}]""",
        "must be one of plain_text [json-pointer:/blocks/0/text/type]"
    )]
    [InlineData(
        """[{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}]""",
        "`block_id` already exists: a [json-pointer:/blocks/1/block_id]"
    )]
    public async Task Blocks_that_are_wrong_are_refused_with_where_and_why(string blocks, string message)
    {
        var answer = await Bot.Form(
            "chat.postMessage",
            ("channel", await Channel()),
            ("text", "t"),
            ("blocks", blocks.Replace("@3001", new('x', 3001)))
        );
        Assert.Equal("invalid_blocks", (string)answer["error"]!);
        Assert.Equal([$"[ERROR] {message}"], ((JsonArray)answer["response_metadata"]!["messages"]!).Select(one => (string)one!));
    }

    [Fact]
    public async Task Too_many_blocks_too_many_characters_and_no_blocks_at_all_are_told_apart()
    {
        var channel = await Channel();
        Assert.Equal(
            "invalid_blocks",
            await Bot.Refused(
                "chat.postMessage",
                ("channel", channel),
                ("text", "t"),
                ("blocks", $"[{string.Join(',', Enumerable.Repeat("""{"type":"divider"}""", 51))}]")
            )
        );
        var section = $$$"""{"type":"section","text":{"type":"mrkdwn","text":"{{{new string('x', 3000)}}}"}}""";
        Assert.Equal(
            "msg_blocks_too_long",
            await Bot.Refused(
                "chat.postMessage",
                ("channel", channel),
                ("text", "t"),
                ("blocks", $"[{string.Join(',', Enumerable.Repeat(section, 5))}]")));
        Assert.Equal(
            "invalid_blocks_format",
            await Bot.Refused("chat.postMessage", ("channel", channel), ("text", "t"), ("blocks", "section")));
    }

    [Fact]
    public async Task An_ephemeral_message_is_seen_by_one_person_only()
    {
        var channel = Slack.Workspace.ChannelNamed("general").Id;
        Assert.True(
            (bool)(await Bot.Form("chat.postEphemeral", ("channel", channel), ("user", User("alice").Id), ("text", "psst")))["ok"]!);
        Assert.Equal("psst", Assert.Single(Slack.As("alice").Sees("general")).Text);
        Assert.Empty(Slack.As("ben").Sees("general"));
        Assert.Equal(
            "user_not_in_channel",
            await Bot.Refused("chat.postEphemeral", ("channel", channel), ("user", User("dan").Id), ("text", "psst")));
    }

    [Fact]
    public async Task Nobody_else_s_message_can_be_updated()
    {
        var channel = await Channel();
        Slack.As("alice").Invite("general", "sitrep");
        var ts = Slack.As("alice").Post("general", "mine");
        var general = Slack.Workspace.ChannelNamed("general").Id;
        Assert.Equal("cant_update_message", await Bot.Refused("chat.update", ("channel", general), ("ts", ts), ("text", "yours")));
        Assert.Equal("cant_delete_message", await Bot.Refused("chat.delete", ("channel", general), ("ts", ts)));
        Assert.NotEqual(channel, general);
    }

    [Fact]
    public async Task A_permalink_leads_into_a_thread()
    {
        var channel = await Channel();
        var root = await Posted(channel);
        var reply = (string)(await Bot.Form("chat.postMessage", ("channel", channel), ("text", "r"), ("thread_ts", root)))["ts"]!;
        Assert.Equal(
            $"https://local.slack.com/archives/{channel}/p{root.Replace(".", "")}",
            (string)(await Bot.Form("chat.getPermalink", ("channel", channel), ("message_ts", root)))["permalink"]!);
        Assert.EndsWith(
            $"?thread_ts={root}&cid={channel}",
            (string)(await Bot.Form("chat.getPermalink", ("channel", channel), ("message_ts", reply)))["permalink"]!);
    }

    [Fact]
    public async Task A_message_to_a_person_opens_a_direct_conversation()
    {
        var answer = await Bot.Form("chat.postMessage", ("channel", User("alice").Id), ("text", "hello"));
        Assert.StartsWith("D", (string)answer["channel"]!);
        Assert.Equal(ConversationKind.Direct, Slack.As("alice").DirectWithBot().Kind);
        Assert.Equal("hello", Assert.Single(Slack.As("alice").Sees((string)answer["channel"]!)).Text);
    }
}
