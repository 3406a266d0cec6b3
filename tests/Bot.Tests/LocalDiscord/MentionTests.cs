using System.Text.Json.Nodes;
using Sitrep.LocalDiscord;
using Sitrep.LocalDiscord.State;

namespace Sitrep.Tests.LocalDiscord;

public sealed class MentionTests : DiscordTest
{
    private Snowflake Ben => Discord.Server.As("ben").Id;

    private string Everybody => $"<@{Ben}> <@&{World.ResponderRoleId}> @everyone";

    private protected override DiscordOptions Options =>
        base.Options with
        {
            BotPermissions = DiscordOptions.DefaultBotPermissions | Permission.MentionEveryone,
        };

    [Fact]
    public async Task Without_a_word_about_it_everybody_named_is_notified()
    {
        await Discord.Say(Everybody);
        var who = Assert.Single(Discord.Server.Ledger.Pings).Who;
        Assert.Equal((Ben, World.ResponderRoleId, true), (Assert.Single(who.Users), Assert.Single(who.Roles), who.Everyone));
    }

    [Theory]
    [InlineData("""{"parse":[]}""")]
    [InlineData("{}")]
    public async Task With_nobody_allowed_nobody_is(string allowed)
    {
        await Send(Everybody, allowed);
        Assert.Empty(Discord.Server.Ledger.Pings);
    }

    [Fact]
    public async Task Only_those_named_by_id_are()
    {
        await Send(Everybody, $$"""{"parse":[],"users":["{{Ben}}"]}""");
        var who = Assert.Single(Discord.Server.Ledger.Pings).Who;
        Assert.Equal((Ben, 0, false), (Assert.Single(who.Users), who.Roles.Count, who.Everyone));
    }

    [Fact]
    public async Task Naming_and_parsing_the_same_kind_is_refused()
    {
        var answer = await Send("x", $$"""{"parse":["users"],"users":["{{Ben}}"]}""");
        Assert.Equal("MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", answer.ErrorAt("allowed_mentions"));
    }

    [Fact]
    public async Task An_edit_and_an_embed_notify_nobody()
    {
        var sent = await Discord.Post(
            $"/channels/{World.GeneralId}/messages",
            new JsonObject { ["embeds"] = new JsonArray(new JsonObject { ["description"] = Everybody }) });
        await Discord.Patch($"/channels/{World.GeneralId}/messages/{sent.Id}", new JsonObject { ["content"] = Everybody });
        Assert.Empty(Discord.Server.Ledger.Pings);
    }

    [Fact]
    public async Task A_reply_notifies_its_author_unless_told_not_to()
    {
        var asked = Discord.Server.As("ben").Post(World.GeneralId, "who leads?");
        Task<Answered> Reply(JsonObject form)
        {
            form["message_reference"] = new JsonObject { ["message_id"] = asked.Id };
            return Discord.Post($"/channels/{World.GeneralId}/messages", form);
        }

        await Reply(new() { ["content"] = "ana", ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() } });
        Assert.Empty(Discord.Server.Ledger.Pings);
        await Reply(new() { ["content"] = "ana" });
        Assert.Equal([Ben], Assert.Single(Discord.Server.Ledger.Pings).Who.Users);
        Assert.Equal(
            "REPLIES_UNKNOWN_MESSAGE",
            (
                await Discord.Post(
                    $"/channels/{World.GeneralId}/messages",
                    new JsonObject
                    {
                        ["content"] = "x",
                        ["message_reference"] = new JsonObject { ["message_id"] = "5" },
                    })).ErrorAt("message_reference"));
    }

    private Task<Answered> Send(string text, string allowed) =>
        Discord.Post(
            $"/channels/{World.GeneralId}/messages",
            new JsonObject { ["content"] = text, ["allowed_mentions"] = JsonNode.Parse(allowed) });
}
