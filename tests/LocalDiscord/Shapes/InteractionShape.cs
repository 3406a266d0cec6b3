using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Shapes;

/// <summary>INTERACTION_CREATE's data. Source: Discord's interactions/receiving-and-responding.</summary>
internal static class InteractionShape
{
    public static JsonObject Of(Interaction interaction, World world)
    {
        var guild = world.Guild;
        var channel = ChannelShape.Of(interaction.Channel, guild);
        channel["permissions"] = UserShape.Bits(PermissionRules.Of(guild, interaction.By.User.Id, interaction.Channel));
        var shape = new JsonObject
        {
            ["id"] = interaction.Id,
            ["application_id"] = World.ApplicationId,
            ["type"] = (int)interaction.Type,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["data"] = interaction.Data.DeepClone(),
            ["channel_id"] = interaction.Channel.Id,
            ["channel"] = channel,
            ["locale"] = "en-US",
            ["app_permissions"] = UserShape.Bits(PermissionRules.Of(guild, world.Bot.Id, interaction.Channel)),
            ["attachment_size_limit"] = 10_485_760,
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = guild.Id },
        };
        if (interaction.Channel.Recipient is null) AddGuild(shape, interaction, guild);
        else
        {
            shape["context"] = 1;
            shape["user"] = UserShape.Of(interaction.By.User);
        }

        if (interaction.Message is { } message) shape["message"] = MessageShape.Of(message, world);
        return shape;
    }

    private static void AddGuild(JsonObject shape, Interaction interaction, Guild guild)
    {
        var member = UserShape.OfMember(interaction.By);
        member["permissions"] = UserShape.Bits(PermissionRules.Of(guild, interaction.By.User.Id, interaction.Channel));
        shape["context"] = 0;
        shape["guild_id"] = guild.Id;
        shape["guild_locale"] = "en-US";
        shape["guild"] = new JsonObject { ["id"] = guild.Id, ["locale"] = "en-US", ["features"] = new JsonArray() };
        shape["member"] = member;
    }
}
