using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.Tests.LocalDiscord;

public sealed class ThreadTests : DiscordTest
{
    [Fact]
    public async Task A_thread_hangs_on_a_message_once()
    {
        var message = await Discord.Say("Checkout down");
        var path = $"/channels/{World.GeneralId}/messages/{message.Id}/threads";
        var thread = await Discord.Post(path, new JsonObject { ["name"] = "Incident 7" });
        Assert.Equal((201, message.Id), (thread.Status, thread.Id));
        Assert.Equal((400, 160004), await Discord.Post(path, new JsonObject { ["name"] = "again" }).StatusAndCode());
        Assert.Equal(thread.Id, (string?)(await Discord.Get($"/channels/{World.GeneralId}/messages/{message.Id}")).Body!["thread"]!["id"]);
    }

    [Fact]
    public async Task A_thread_begins_without_a_message_and_takes_people()
    {
        var thread = await StartAsync();
        var ben = Discord.Server.As("ben").Id;
        Assert.Equal(204, (await Discord.Put($"/channels/{thread}/thread-members/{ben}")).Status);
        Assert.Equal(204, (await Discord.Put($"/channels/{thread}/thread-members/@me")).Status);
        Assert.Equal(2, (await Discord.Get($"/channels/{thread}/thread-members")).Body!.AsArray().Count);
        Assert.Equal((400, 50024), await Discord.Put($"/channels/{World.GeneralId}/thread-members/{ben}").StatusAndCode());
        Assert.Single((await Discord.Get($"/guilds/{World.GuildId}/threads/active")).Body!["threads"]!.AsArray());
    }

    [Fact]
    public async Task A_forum_takes_posts_and_no_messages()
    {
        Assert.Equal((400, 50008), await Discord.Say("x", World.ForumId).StatusAndCode());
        Assert.Equal(
            (400, 50035),
            await Discord.Post($"/channels/{World.ForumId}/threads", new JsonObject { ["name"] = "x" }).StatusAndCode());
        var post = await Discord.Post(
            $"/channels/{World.ForumId}/threads",
            new JsonObject
            {
                ["name"] = "Incident 7",
                ["message"] = new JsonObject { ["content"] = "Checkout down" },
            });
        Assert.Equal((201, post.Id), (post.Status, (string?)post.Body!["message"]!["id"]));
        Assert.Equal("Checkout down", (string?)(await Discord.Get($"/channels/{post.Id}/messages/{post.Id}")).Body!["content"]);
        var tagged = await Discord.Patch(
            $"/channels/{World.ForumId}",
            new JsonObject { ["available_tags"] = new JsonArray(new JsonObject { ["name"] = "open" }) });
        Assert.Equal(
            200,
            (
                await Discord.Patch(
                    $"/channels/{post.Id}",
                    new JsonObject { ["applied_tags"] = new JsonArray((string?)tagged.Body!["available_tags"]![0]!["id"]) })).Status);
        Assert.Equal(
            (404, 10087),
            await Discord.Patch($"/channels/{post.Id}", new JsonObject { ["applied_tags"] = new JsonArray("5") }).StatusAndCode());
    }

    [Fact]
    public async Task A_sleeping_thread_wakes_when_written_to_and_refuses_everything_else()
    {
        var thread = await StartAsync();
        var message = await Discord.Say("first", thread);
        Clock.Move(TimeSpan.FromMinutes(61));
        Assert.True((bool)(await Discord.Get($"/channels/{thread}")).Body!["thread_metadata"]!["archived"]!);
        Assert.Equal(
            (400, 50083),
            await Discord.Patch($"/channels/{thread}/messages/{message.Id}", new JsonObject { ["content"] = "x" }).StatusAndCode());
        Assert.Equal(
            (400, 50083),
            await Discord.Put($"/channels/{thread}/messages/{message.Id}/reactions/%F0%9F%93%8C/@me").StatusAndCode());
        Assert.Equal((400, 50083), await Discord.Put($"/channels/{thread}/thread-members/{Discord.Server.As("ben").Id}").StatusAndCode());
        Assert.Equal((400, 50083), await Discord.Patch($"/channels/{thread}", new JsonObject { ["name"] = "other" }).StatusAndCode());
        Assert.Single((await Discord.Get($"/channels/{World.GeneralId}/threads/archived/public")).Body!["threads"]!.AsArray());
        Assert.Equal(200, (await Discord.Say("second", thread)).Status);
        Assert.False((bool)(await Discord.Get($"/channels/{thread}")).Body!["thread_metadata"]!["archived"]!);
    }

    [Fact]
    public async Task A_locked_thread_opens_for_its_keepers_alone()
    {
        var thread = await StartAsync();
        Discord.Server.Administrator.ArchiveThread(thread, archived: true, locked: true);
        Discord.Server.Administrator.SetRole(World.BotRoleId, Permission.Everyone);
        Assert.Equal((400, 50083), await Discord.Say("x", thread).StatusAndCode());
        Assert.Equal((403, 50013), await Discord.Patch($"/channels/{thread}", new JsonObject { ["archived"] = false }).StatusAndCode());
        Discord.Server.Administrator.SetRole(World.BotRoleId, Permission.Everyone | Permission.ManageThreads);
        Assert.Equal(200, (await Discord.Patch($"/channels/{thread}", new JsonObject { ["archived"] = false })).Status);
        Assert.Equal(200, (await Discord.Delete($"/channels/{thread}")).Status);
    }

    private async Task<Snowflake> StartAsync()
    {
        var thread = await Discord.Post(
            $"/channels/{World.GeneralId}/threads",
            new JsonObject
            {
                ["name"] = "Incident 7",
                ["type"] = 11,
                ["auto_archive_duration"] = 60,
            });
        Assert.Equal(201, thread.Status);
        return Snowflake.Read(thread.Id)!.Value;
    }
}
