using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Shapes;

/// <summary>The guild as REST answers it, and with its content as GUILD_CREATE carries it.</summary>
internal static class GuildShape
{
    public static JsonObject Of(Guild guild) => new()
    {
        ["id"] = guild.Id,
        ["name"] = guild.Name,
        ["icon"] = null,
        ["description"] = null,
        ["home_header"] = null,
        ["splash"] = null,
        ["discovery_splash"] = null,
        ["features"] = new JsonArray(),
        ["banner"] = null,
        ["owner_id"] = guild.OwnerId,
        ["application_id"] = null,
        ["region"] = "us-east",
        ["afk_channel_id"] = null,
        ["afk_timeout"] = 300,
        ["system_channel_id"] = null,
        ["system_channel_flags"] = 0,
        ["widget_enabled"] = false,
        ["widget_channel_id"] = null,
        ["verification_level"] = 0,
        ["roles"] = new JsonArray([.. guild.Roles.Values.Select(UserShape.OfRole)]),
        ["default_message_notifications"] = 1,
        ["mfa_level"] = 0,
        ["explicit_content_filter"] = 0,
        ["max_presences"] = null,
        ["max_members"] = 500_000,
        ["max_stage_video_channel_users"] = 50,
        ["max_video_channel_users"] = 25,
        ["vanity_url_code"] = null,
        ["premium_tier"] = 0,
        ["premium_subscription_count"] = 0,
        ["preferred_locale"] = "en-US",
        ["rules_channel_id"] = null,
        ["safety_alerts_channel_id"] = null,
        ["public_updates_channel_id"] = null,
        ["premium_progress_bar_enabled"] = false,
        ["nsfw"] = false,
        ["nsfw_level"] = 0,
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["incidents_data"] = null,
    };

    /// <summary>GUILD_CREATE's data.</summary>
    /// <param name="seesMembers">With the members intent all of them; otherwise the bot alone.</param>
    public static JsonObject Created(World world, bool seesMembers)
    {
        var guild = world.Guild;
        var shape = Of(guild);
        var members = guild.Members.Values.Where(member => seesMembers || member.User.Id == world.Bot.Id);
        var visible = guild.Channels.Values.Where(channel => PermissionRules.Of(guild, world.Bot.Id, channel) != Permission.None).ToList();
        shape["joined_at"] = UserShape.Instant(guild.Members[world.Bot.Id].JoinedAt);
        shape["large"] = false;
        shape["unavailable"] = false;
        shape["hub_type"] = null;
        shape["member_count"] = guild.Members.Count;
        shape["members"] = new JsonArray([.. members.Select(member => UserShape.OfMember(member))]);
        shape["channels"] = new JsonArray([
            .. visible.Where(channel => !channel.IsThread).Select(channel => ChannelShape.Of(channel, guild)),
        ]);
        shape["threads"] = new JsonArray([
            .. visible.Where(channel => channel.Thread is { IsArchived: false }).Select(channel => ChannelShape.Of(channel, guild)),
        ]);
        foreach (var empty in (string[])["voice_states", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds"])
            shape[empty] = new JsonArray();
        return shape;
    }
}
