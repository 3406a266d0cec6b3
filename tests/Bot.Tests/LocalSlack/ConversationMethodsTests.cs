namespace Sitrep.Tests.LocalSlack;

public sealed class ConversationMethodsTests : LocalSlackTest
{
    [Theory]
    [InlineData("", "invalid_name_required")]
    [InlineData("---", "invalid_name_punctuation")]
    [InlineData("Upper", "invalid_name_specials")]
    [InlineData("with space", "invalid_name_specials")]
    [InlineData("fire-🔥", "invalid_name_specials")]
    [InlineData("here", "invalid_name")]
    [InlineData("general", "name_taken")]
    public async Task A_name_that_slack_does_not_allow_is_refused(string name, string error) =>
        Assert.Equal(error, await Bot.Refused("conversations.create", ("name", name)));

    [Fact]
    public async Task A_name_has_80_characters_at_most_and_an_archived_channel_keeps_its_own()
    {
        Assert.Equal("invalid_name_maxlength", await Bot.Refused("conversations.create", ("name", new('x', 81))));
        var channel = await Channel(new('x', 80));
        Assert.True((bool)(await Bot.Form("conversations.archive", ("channel", channel)))["ok"]!);
        Assert.Equal("already_archived", await Bot.Refused("conversations.archive", ("channel", channel)));
        Assert.Equal("name_taken", await Bot.Refused("conversations.create", ("name", new('x', 80))));
        // Archiving takes the bot out, and so it cannot bring the channel back.
        Assert.Equal("not_in_channel", await Bot.Refused("conversations.unarchive", ("channel", channel)));
    }

    [Fact]
    public async Task A_channel_gets_a_topic_a_purpose_a_new_name_and_people()
    {
        var channel = await Channel();
        Assert.Equal(
            "t",
            (string)(await Bot.Form("conversations.setTopic", ("channel", channel), ("topic", "t")))["channel"]!["topic"]!["value"]!);
        Assert.Equal(
            "p",
            (string)(await Bot.Form("conversations.setPurpose", ("channel", channel), ("purpose", "p")))["channel"]!["purpose"]!["value"]!);
        Assert.Equal("too_long", await Bot.Refused("conversations.setTopic", ("channel", channel), ("topic", new('x', 251))));
        Assert.Equal(
            "inc-2",
            (string)(await Bot.Form("conversations.rename", ("channel", channel), ("name", "inc-2")))["channel"]!["name"]!);
        await Bot.Form("conversations.invite", ("channel", channel), ("users", $"{User("alice").Id},{User("ben").Id}"));
        Assert.Equal([Slack.Workspace.App.BotUserId, User("alice").Id, User("ben").Id], Slack.Workspace.Channels[channel].Members);
        await Bot.Form("conversations.kick", ("channel", channel), ("user", User("ben").Id));
        Assert.DoesNotContain(User("ben").Id, Slack.Workspace.Channels[channel].Members);
    }

    [Fact]
    public async Task Each_wrong_invitation_has_an_error_of_its_own_and_force_lets_the_others_in()
    {
        var channel = await Channel();
        var alice = User("alice").Id;
        Assert.Equal(
            "cant_invite_self",
            await Bot.Refused("conversations.invite", ("channel", channel), ("users", Slack.Workspace.App.BotUserId)));
        Assert.Equal("user_not_found", await Bot.Refused("conversations.invite", ("channel", channel), ("users", "U404")));
        Assert.Equal("user_not_found", await Bot.Refused("conversations.invite", ("channel", channel), ("users", User("dan").Id)));
        Slack.Administration.AddUser("solo").IsSingleChannelGuest = true;
        Assert.Equal("ura_max_channels", await Bot.Refused("conversations.invite", ("channel", channel), ("users", User("solo").Id)));
        Assert.Equal("user_not_found", await Bot.Refused("conversations.invite", ("channel", channel), ("users", $"{alice},U404")));
        Assert.DoesNotContain(alice, Slack.Workspace.Channels[channel].Members);
        await Bot.Form("conversations.invite", ("channel", channel), ("users", $"{alice},U404"), ("force", "true"));
        Assert.Contains(alice, Slack.Workspace.Channels[channel].Members);
        Assert.Equal("already_in_channel", await Bot.Refused("conversations.invite", ("channel", channel), ("users", alice)));
        Assert.Equal(
            "not_in_channel",
            await Bot.Refused("conversations.invite", ("channel", Slack.Workspace.ChannelNamed("random").Id), ("users", alice)));
    }

    [Fact]
    public async Task A_bot_joins_a_public_channel_and_leaves_it()
    {
        var random = Slack.Workspace.ChannelNamed("random").Id;
        Assert.True((bool)(await Bot.Form("conversations.join", ("channel", random)))["channel"]!["is_member"]!);
        Assert.Equal("already_in_channel", (string)(await Bot.Form("conversations.join", ("channel", random)))["warning"]!);
        Assert.True((bool)(await Bot.Form("conversations.leave", ("channel", random)))["ok"]!);
        Assert.False((bool)(await Bot.Form("conversations.info", ("channel", random)))["channel"]!["is_member"]!);
    }

    [Fact]
    public async Task A_direct_conversation_is_opened_once_and_not_with_somebody_who_left()
    {
        var first = (string)(await Bot.Form("conversations.open", ("users", User("alice").Id)))["channel"]!["id"]!;
        Assert.Equal(first, (string)(await Bot.Form("conversations.open", ("users", User("alice").Id)))["channel"]!["id"]!);
        Assert.Equal("user_disabled", await Bot.Refused("conversations.open", ("users", User("dan").Id)));
        Assert.Equal("user_not_found", await Bot.Refused("conversations.open", ("users", "U404")));
        Assert.Equal("users_list_not_supplied", await Bot.Refused("conversations.open"));
    }

    [Fact]
    public async Task Lists_come_in_pages_until_the_cursor_is_empty()
    {
        for (var i = 0; i < 5; i++) await Channel($"inc-{i}");
        List<string> names = [];
        var cursor = "";
        do
        {
            var page = await Bot.Form("conversations.list", ("limit", "3"), ("cursor", cursor));
            names.AddRange(Names(page["channels"]));
            cursor = (string)page["response_metadata"]!["next_cursor"]!;
        }
        while (cursor.Length > 0);

        Assert.Equal(["general", "incidents", "random", "inc-0", "inc-1", "inc-2", "inc-3", "inc-4"], names);
        Assert.Equal("invalid_cursor", await Bot.Refused("conversations.list", ("cursor", "bogus")));
        Assert.Equal("invalid_types", await Bot.Refused("conversations.list", ("types", "secret")));
        Assert.Equal(["inc-0", "inc-1", "inc-2", "inc-3", "inc-4"], Names((await Bot.Form("users.conversations"))["channels"]));
    }

    [Fact]
    public async Task History_holds_no_replies_and_asking_it_for_one_gives_another_message()
    {
        var channel = await Channel();
        var root = await Posted(channel, "root");
        Slack.As("alice").Invite(channel, "alice");
        var reply = Slack.As("alice").Post(channel, "reply", root);
        var wrong = await Bot.Form("conversations.history", ("channel", channel), ("latest", reply), ("inclusive", "true"), ("limit", "1"));
        Assert.NotEqual("reply", (string)wrong["messages"]![0]!["text"]!);
        var right = await Bot.Form("conversations.replies", ("channel", channel), ("ts", reply));
        Assert.Equal("reply", (string)Assert.Single((System.Text.Json.Nodes.JsonArray)right["messages"]!)!["text"]!);
        Assert.Equal(
            ["root", "reply"],
            Names((await Bot.Form("conversations.replies", ("channel", channel), ("ts", root)))["messages"], "text"));
        Assert.Equal("thread_not_found", await Bot.Refused("conversations.replies", ("channel", channel), ("ts", "1.000001")));
    }

    [Fact]
    public async Task Metadata_is_given_back_only_to_who_asks_for_it()
    {
        var channel = await Channel();
        await Bot.Json(
            "chat.postMessage",
            $$$$"""{"channel":"{{{{channel}}}}","text":"t","metadata":{"event_type":"card","event_payload":{"id":"INC-1"}}}"""
        );
        Assert.Null((await Bot.Form("conversations.history", ("channel", channel), ("limit", "1")))["messages"]![0]!["metadata"]);
        var with = await Bot.Form("conversations.history", ("channel", channel), ("limit", "1"), ("include_all_metadata", "true"));
        Assert.Equal("INC-1", (string)with["messages"]![0]!["metadata"]!["event_payload"]!["id"]!);
    }
}
