using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.Gateway;
using Sitrep.LocalDiscord.State;

namespace Sitrep.Tests.LocalDiscord;

public sealed class EventTests : DiscordTest
{
    [Fact]
    public async Task What_people_do_with_messages_is_told_in_order()
    {
        await ConnectAsync();
        var ben = Discord.Server.As("ben");
        var said = ben.Post(World.GeneralId, "restarted the cache");
        ben.React(World.GeneralId, said.Id, "📌");
        ben.Unreact(World.GeneralId, said.Id, "📌");
        ben.Edit(World.GeneralId, said.Id, "restarted both caches");
        ben.Delete(World.GeneralId, said.Id);
        Assert.Equal("restarted the cache", (string?)(await Bot.NextAsync("MESSAGE_CREATE"))["content"]);
        var reaction = await Bot.NextAsync("MESSAGE_REACTION_ADD");
        Assert.Equal(("📌", ben.Id.ToString()), ((string?)reaction["emoji"]!["name"], (string?)reaction["member"]!["user"]!["id"]));
        await Bot.NextAsync("MESSAGE_REACTION_REMOVE");
        Assert.Equal("restarted both caches", (string?)(await Bot.NextAsync("MESSAGE_UPDATE"))["content"]);
        Assert.Equal(said.Id.ToString(), (string?)(await Bot.NextAsync("MESSAGE_DELETE"))["id"]);
    }

    [Fact]
    public async Task What_the_owner_does_with_channels_is_told()
    {
        await ConnectAsync();
        var owner = Discord.Server.Administrator;
        var channel = owner.AddChannel("inc-7");
        owner.RenameChannel(channel.Id, "inc-7-closed");
        owner.Deny(channel.Id, Permission.SendMessages);
        owner.Allow(channel.Id);
        owner.DeleteChannel(channel.Id);
        await Bot.NextAsync("CHANNEL_CREATE");
        Assert.Equal("inc-7-closed", (string?)(await Bot.NextAsync("CHANNEL_UPDATE"))["name"]);
        Assert.Equal("2048", (string?)(await Bot.NextAsync("CHANNEL_UPDATE"))["permission_overwrites"]![0]!["deny"]);
        Assert.Empty((await Bot.NextAsync("CHANNEL_UPDATE"))["permission_overwrites"]!.AsArray());
        await Bot.NextAsync("CHANNEL_DELETE");
    }

    [Fact]
    public async Task Losing_sight_of_a_channel_is_told_and_what_happens_in_it_is_not()
    {
        await ConnectAsync();
        Discord.Server.Administrator.Deny(World.GeneralId, Permission.ViewChannel);
        Discord.Server.As("ben").Post(World.GeneralId, "unseen");
        Discord.Server.As("ben").Post(World.IncidentsId, "seen");
        await Bot.NextAsync("CHANNEL_UPDATE");
        Assert.Equal("seen", (string?)(await Bot.NextAsync("MESSAGE_CREATE"))["content"]);
    }

    [Fact]
    public async Task A_thread_s_life_is_told()
    {
        await ConnectAsync();
        var message = await Discord.Say("card");
        var thread = await Discord.Post(
            $"/channels/{World.GeneralId}/messages/{message.Id}/threads",
            new JsonObject { ["name"] = "Incident 7" });
        var id = Snowflake.Read(thread.Id)!.Value;
        await Discord.Put($"/channels/{id}/thread-members/{Discord.Server.As("ben").Id}");
        Discord.Server.Administrator.ArchiveThread(id);
        Discord.Server.Administrator.DeleteChannel(id);
        await Bot.NextAsync("MESSAGE_CREATE");
        await Bot.NextAsync("THREAD_CREATE");
        await Bot.NextAsync("MESSAGE_UPDATE");
        Assert.Single((await Bot.NextAsync("THREAD_MEMBERS_UPDATE"))["added_members"]!.AsArray());
        Assert.True((bool)(await Bot.NextAsync("THREAD_UPDATE"))["thread_metadata"]!["archived"]!);
        await Bot.NextAsync("THREAD_DELETE");
    }

    [Fact]
    public async Task Who_comes_changes_and_goes_is_told_to_those_with_the_intent()
    {
        await ConnectAsync(BotSocket.UsualIntents | Intents.GuildMembers);
        var owner = Discord.Server.Administrator;
        var eva = owner.Join("eva").User.Id;
        owner.Rename(eva, "Eva (on call)");
        owner.Leave(eva);
        owner.SetRole(World.ResponderRoleId, Permission.MentionEveryone);
        Assert.Equal("eva", (string?)(await Bot.NextAsync("GUILD_MEMBER_ADD"))["user"]!["username"]);
        Assert.Equal("Eva (on call)", (string?)(await Bot.NextAsync("GUILD_MEMBER_UPDATE"))["nick"]);
        await Bot.NextAsync("GUILD_MEMBER_REMOVE");
        await Bot.NextAsync("GUILD_ROLE_UPDATE");
    }

    [Fact]
    public async Task A_pin_is_told_three_times_over()
    {
        await ConnectAsync();
        var card = await Discord.Say("card");
        await Discord.Put($"/channels/{World.GeneralId}/messages/pins/{card.Id}");
        await Bot.NextAsync("MESSAGE_CREATE");
        Assert.True((bool)(await Bot.NextAsync("MESSAGE_UPDATE"))["pinned"]!);
        await Bot.NextAsync("CHANNEL_PINS_UPDATE");
        Assert.Equal(6, (int)(await Bot.NextAsync("MESSAGE_CREATE"))["type"]!);
    }
}
