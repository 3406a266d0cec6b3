using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Shapes;

/// <summary>Users, members and roles as Discord writes them.</summary>
internal static class UserShape
{
    public static JsonObject Of(User user)
    {
        var shape = new JsonObject
        {
            ["id"] = user.Id,
            ["username"] = user.Username,
            ["discriminator"] = user.IsBot ? "0001" : "0",
            ["global_name"] = user.GlobalName,
            ["avatar"] = null,
            ["public_flags"] = 0,
            ["flags"] = 0,
            ["primary_guild"] = null,
        };
        if (user.IsBot) shape["bot"] = true;
        return shape;
    }

    public static JsonObject OfMember(Member member, bool withUser = true)
    {
        var shape = new JsonObject
        {
            ["avatar"] = null,
            ["banner"] = null,
            ["communication_disabled_until"] = null,
            ["flags"] = 0,
            ["joined_at"] = Instant(member.JoinedAt),
            ["nick"] = member.Nick,
            ["pending"] = false,
            ["premium_since"] = null,
            ["roles"] = new JsonArray([.. member.Roles.Select(role => (JsonNode)role)]),
            ["mute"] = false,
            ["deaf"] = false,
        };
        if (withUser) shape["user"] = Of(member.User);
        return shape;
    }

    public static JsonObject OfRole(Role role) => new()
    {
        ["id"] = role.Id,
        ["name"] = role.Name,
        ["permissions"] = Bits(role.Permissions),
        ["position"] = role.Position,
        ["color"] = 0,
        ["colors"] = new JsonObject { ["primary_color"] = 0, ["secondary_color"] = null, ["tertiary_color"] = null },
        ["hoist"] = false,
        ["managed"] = role.IsManaged,
        ["mentionable"] = role.IsMentionable,
        ["icon"] = null,
        ["unicode_emoji"] = null,
        ["flags"] = 0,
    };

    public static string Bits(Permission permissions) => ((ulong)permissions).ToString();

    /// <summary>Microseconds and an offset, as Discord writes instants.</summary>
    public static string Instant(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'");
}
