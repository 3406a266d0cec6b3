using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.Tests.LocalDiscord;

public sealed class ChannelTests : DiscordTest
{
    private static string Channels => $"/guilds/{World.GuildId}/channels";

    [Fact]
    public async Task A_channel_is_made_read_changed_and_deleted()
    {
        var made = await Discord.Post(
            Channels,
            new JsonObject
            {
                ["name"] = "INC 7: Checkout Down!",
                ["type"] = 0,
                ["parent_id"] = World.CategoryId,
                ["topic"] = "sitrep:7",
            });
        Assert.Equal((201, "inc-7-checkout-down"), (made.Status, (string?)made.Body!["name"]));
        Assert.Equal("sitrep:7", (string?)(await Discord.Get("/channels/" + made.Id)).Body!["topic"]);
        Assert.Equal(
            "closed-7",
            (string?)(await Discord.Patch("/channels/" + made.Id, new JsonObject { ["name"] = "closed-7" })).Body!["name"]);
        Assert.Contains((await Discord.Get(Channels)).Body!.AsArray(), one => (string)one!["id"]! == made.Id);
        Assert.Equal(200, (await Discord.Delete("/channels/" + made.Id)).Status);
        Assert.Equal((404, 10003), await Discord.Get("/channels/" + made.Id).StatusAndCode());
    }

    [Theory]
    [InlineData("""{"name":""}""", "name")]
    [InlineData("""{"name":"!!!"}""", "name")]
    [InlineData("""{"type":0}""", "name")]
    [InlineData("""{"name":"x","parent_id":"1000000000000000011"}""", "parent_id")]
    public async Task A_bad_form_is_refused_where_it_is_bad(string form, string at)
    {
        var answer = await Discord.Post(Channels, JsonNode.Parse(form)!);
        Assert.Equal((400, 50035), (answer.Status, answer.Code));
        Assert.NotNull(answer.ErrorAt(at));
    }

    [Fact]
    public async Task A_full_category_and_a_full_guild_take_no_more()
    {
        for (var i = 0; i < 48; i++) Discord.Server.Administrator.AddChannel($"c{i}", parent: World.CategoryId);
        Assert.Equal(
            "CHANNEL_PARENT_MAX_CHANNELS",
            (await Discord.Post(Channels, new JsonObject { ["name"] = "x", ["parent_id"] = World.CategoryId })).ErrorAt("parent_id"));
        for (var i = 0; i < 448; i++) Discord.Server.Administrator.AddChannel($"d{i}");
        Assert.Equal((400, 30013), await Discord.Post(Channels, new JsonObject { ["name"] = "x" }).StatusAndCode());
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_made_changed_or_deleted()
    {
        Discord.Server.Administrator.SetRole(World.BotRoleId, Permission.Everyone);
        Assert.Equal((403, 50013), await Discord.Post(Channels, new JsonObject { ["name"] = "x" }).StatusAndCode());
        Assert.Equal((403, 50013), await Discord.Patch($"/channels/{World.GeneralId}", new JsonObject { ["name"] = "x" }).StatusAndCode());
        Assert.Equal((403, 50013), await Discord.Delete($"/channels/{World.GeneralId}").StatusAndCode());
        Assert.Equal((404, 10004), await Discord.Get("/guilds/5").StatusAndCode());
    }

    [Fact]
    public async Task Overwrites_hide_a_channel_from_all_but_those_named()
    {
        var ben = Discord.Server.As("ben").Id;
        var made = await Discord.Post(Channels, new JsonObject
        {
            ["name"] = "private",
            ["permission_overwrites"] = new JsonArray(
                new JsonObject { ["id"] = World.GuildId, ["type"] = 0, ["deny"] = "1024" },
                new JsonObject { ["id"] = World.BotRoleId, ["type"] = 0, ["allow"] = "1024" }),
        });
        var id = Snowflake.Read(made.Id)!.Value;
        Assert.Throws<Sitrep.LocalDiscord.People.NotDoneException>(() => Discord.Server.As("ben").Read(id));
        Assert.Equal(
            204,
            (await Discord.Put($"/channels/{id}/permissions/{ben}", new JsonObject { ["type"] = 1, ["allow"] = "1024" })).Status);
        Assert.Empty(Discord.Server.As("ben").Read(id));
        Assert.Equal(204, (await Discord.Delete($"/channels/{id}/permissions/{ben}")).Status);
        Assert.Equal((404, 10009), await Discord.Delete($"/channels/{id}/permissions/{ben}").StatusAndCode());
        // One cannot give away what one does not have.
        Assert.Equal(
            (403, 50013),
            await Discord.Put($"/channels/{id}/permissions/{ben}", new JsonObject { ["type"] = 1, ["allow"] = "8" }).StatusAndCode());
    }

    [Fact]
    public async Task The_guild_is_read()
    {
        Assert.Equal("Operations", (string?)(await Discord.Get($"/guilds/{World.GuildId}")).Body!["name"]);
        Assert.Equal(3, (await Discord.Get($"/guilds/{World.GuildId}/roles")).Body!.AsArray().Count);
        Assert.Equal(5, (await Discord.Get($"/guilds/{World.GuildId}/members?limit=1000")).Body!.AsArray().Count);
        Assert.Equal(
            "ben",
            (string?)(await Discord.Get($"/guilds/{World.GuildId}/members/search?query=be")).Body![0]!["user"]!["username"]);
        Assert.Equal((404, 10007), await Discord.Get($"/guilds/{World.GuildId}/members/5").StatusAndCode());
        var ben = Discord.Server.As("ben").Id;
        Assert.Equal(204, (await Discord.Put($"/guilds/{World.GuildId}/members/{ben}/roles/{World.ResponderRoleId}")).Status);
        Assert.Equal(204, (await Discord.Delete($"/guilds/{World.GuildId}/members/{ben}/roles/{World.ResponderRoleId}")).Status);
        Assert.Equal((403, 50013), await Discord.Put($"/guilds/{World.GuildId}/members/{ben}/roles/{World.BotRoleId}").StatusAndCode());
    }
}
