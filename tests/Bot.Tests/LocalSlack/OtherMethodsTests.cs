using System.Text;
using System.Text.Json.Nodes;

namespace Sitrep.Tests.LocalSlack;

/// <summary>Pins, reactions, bookmarks, people, groups and files.</summary>
public sealed class OtherMethodsTests : LocalSlackTest
{
    [Fact]
    public async Task A_message_is_pinned_once_listed_and_unpinned_once()
    {
        var channel = await Channel();
        var ts = await Posted(channel, "card");
        Assert.True((bool)(await Bot.Form("pins.add", ("channel", channel), ("timestamp", ts)))["ok"]!);
        Assert.Equal("already_pinned", await Bot.Refused("pins.add", ("channel", channel), ("timestamp", ts)));
        Assert.Equal("card", (string)(await Bot.Form("pins.list", ("channel", channel)))["items"]![0]!["message"]!["text"]!);
        Assert.True((bool)(await Bot.Form("pins.remove", ("channel", channel), ("timestamp", ts)))["ok"]!);
        Assert.Equal("no_pin", await Bot.Refused("pins.remove", ("channel", channel), ("timestamp", ts)));
        Assert.Equal("message_not_found", await Bot.Refused("pins.add", ("channel", channel), ("timestamp", "1.000001")));
        Assert.Equal("no_item_specified", await Bot.Refused("pins.add", ("channel", channel)));
        Assert.Equal("bad_timestamp", await Bot.Refused("pins.add", ("channel", channel), ("timestamp", "yesterday")));
    }

    [Fact]
    public async Task A_reaction_is_given_once_and_taken_back_once()
    {
        var channel = await Channel();
        var ts = await Posted(channel);
        await Bot.Form("reactions.add", ("channel", channel), ("timestamp", ts), ("name", "eyes"));
        Assert.Equal("already_reacted", await Bot.Refused("reactions.add", ("channel", channel), ("timestamp", ts), ("name", "eyes")));
        Assert.Equal(["eyes"], Names((await Bot.Form("reactions.get", ("channel", channel), ("timestamp", ts)))["message"]!["reactions"]));
        await Bot.Form("reactions.remove", ("channel", channel), ("timestamp", ts), ("name", "eyes"));
        Assert.Equal("no_reaction", await Bot.Refused("reactions.remove", ("channel", channel), ("timestamp", ts), ("name", "eyes")));
        Assert.Equal("invalid_name", await Bot.Refused("reactions.add", ("channel", channel), ("timestamp", ts), ("name", "👀")));
    }

    [Fact]
    public async Task A_bookmark_is_added_edited_listed_and_removed()
    {
        var channel = await Channel();
        var id = (string)
            (
                await Bot.Form(
                    "bookmarks.add",
                    ("channel_id", channel),
                    ("title", "Runbook"),
                    ("type", "link"),
                    ("link", "https://example.com"),
                    ("emoji", ":book:")))["bookmark"]!["id"]!;
        await Bot.Form("bookmarks.edit", ("channel_id", channel), ("bookmark_id", id), ("title", "The runbook"));
        Assert.Equal(["The runbook"], Names((await Bot.Form("bookmarks.list", ("channel_id", channel)))["bookmarks"], "title"));
        Assert.Equal(
            "invalid_link",
            await Bot.Refused("bookmarks.add", ("channel_id", channel), ("title", "t"), ("type", "link"), ("link", "javascript:alert(1)")));
        Assert.Equal(
            "invalid_bookmark_type",
            await Bot.Refused("bookmarks.add", ("channel_id", channel), ("title", "t"), ("type", "page"), ("link", "https://example.com"))
        );
        await Bot.Form("bookmarks.remove", ("channel_id", channel), ("bookmark_id", id));
        Assert.Equal("not_found", await Bot.Refused("bookmarks.edit", ("channel_id", channel), ("bookmark_id", id), ("title", "t")));
    }

    [Fact]
    public async Task People_are_found_by_id_and_mail_and_who_left_is_said_to_have_left()
    {
        Assert.Equal(
            "alice@example.com",
            (string)(await Bot.Form("users.info", ("user", User("alice").Id)))["user"]!["profile"]!["email"]!);
        Assert.Equal(User("ben").Id, (string)(await Bot.Form("users.lookupByEmail", ("email", "BEN@example.com")))["user"]!["id"]!);
        Assert.Equal("users_not_found", await Bot.Refused("users.lookupByEmail", ("email", "dan@example.com")));
        Assert.True((bool)(await Bot.Form("users.info", ("user", User("dan").Id)))["user"]!["deleted"]!);
        Assert.True((bool)(await Bot.Form("users.info", ("user", User("gus").Id)))["user"]!["is_restricted"]!);
        Assert.Equal("", (string)(await Bot.Form("users.info", ("user", User("carol").Id)))["user"]!["profile"]!["display_name"]!);
        Assert.Equal("user_not_found", await Bot.Refused("users.info", ("user", "U404")));
        Slack.Administration.TakeScope("users:read.email");
        Assert.Null((await Bot.Form("users.info", ("user", User("alice").Id)))["user"]!["profile"]!["email"]);
        Assert.Equal(6, ((JsonArray)(await Bot.Form("users.list"))["members"]!).Count);
    }

    [Fact]
    public async Task A_group_has_a_handle_and_members()
    {
        var id = Slack.Administration.AddUsergroup("backend", "alice", "ben");
        Assert.Equal(["backend"], Names((await Bot.Form("usergroups.list"))["usergroups"], "handle"));
        Assert.Equal(2, ((JsonArray)(await Bot.Form("usergroups.users.list", ("usergroup", id)))["users"]!).Count);
        Assert.Equal("no_such_subteam", await Bot.Refused("usergroups.users.list", ("usergroup", "S404")));
    }

    [Fact]
    public async Task A_file_is_announced_sent_and_shared_in_its_channel()
    {
        var channel = await Channel();
        var content = Encoding.UTF8.GetBytes("# INC-1");
        var announced = await Bot.Form("files.getUploadURLExternal", ("filename", "INC-1.md"), ("length", content.Length.ToString()));
        var id = (string)announced["file_id"]!;
        var files = $$"""[{"id":"{{id}}","title":"Postmortem"}]""";
        Assert.Equal("file_not_found", await Bot.Refused("files.completeUploadExternal", ("files", files), ("channel_id", channel)));
        using var http = new HttpClient();
        Assert.False((await http.PostAsync((string)announced["upload_url"]!, new ByteArrayContent([1]))).IsSuccessStatusCode);
        Assert.True((await http.PostAsync((string)announced["upload_url"]!, new ByteArrayContent(content))).IsSuccessStatusCode);
        var complete = await Bot.Json(
            "files.completeUploadExternal",
            $$"""{"files":{{files}},"channel_id":"{{channel}}","initial_comment":"Here"}"""
        );
        Assert.Equal("Postmortem", (string)complete["files"]![0]!["title"]!);
        Assert.Equal("Here", Slack.Workspace.Channels[channel].Messages.Single(message => message.Files.Contains(id)).Text);
        Assert.Equal(content, Slack.Workspace.Files[id].Content);
        Assert.Equal("file_not_found", await Bot.Refused("files.completeUploadExternal", ("files", files)));
        Assert.Equal("invalid_arguments", await Bot.Refused("files.getUploadURLExternal", ("filename", "a"), ("length", "0")));
    }

    [Fact]
    public async Task The_app_the_team_and_the_bot_know_themselves()
    {
        Assert.Equal(Slack.Workspace.App.BotId, (string)(await Bot.Form("auth.test"))["bot_id"]!);
        Assert.Equal(Slack.Workspace.TeamId, (string)(await Bot.Form("team.info"))["team"]!["id"]!);
        Assert.Equal(
            Slack.Workspace.App.AppId,
            (string)(await Bot.Form("bots.info", ("bot", Slack.Workspace.App.BotId)))["bot"]!["app_id"]!);
        Assert.Equal("bot_not_found", await Bot.Refused("bots.info", ("bot", "B404")));
    }
}
