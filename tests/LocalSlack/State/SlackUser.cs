using System.Text.Json.Nodes;

namespace Sitrep.LocalSlack.State;

/// <summary>A member of the workspace. Source of the shape: <c>users.info</c>.</summary>
public sealed class SlackUser(string id, string name)
{
    public string Id { get; } = id;
    public string Name { get; set; } = name;
    public string RealName { get; set; } = name;

    /// <summary>Empty for the many people who never set one.</summary>
    public string DisplayName { get; set; } = name;

    public string? Email { get; set; } = $"{name}@example.com";
    public bool IsDeactivated { get; set; }
    public bool IsBot { get; init; }

    /// <summary>A guest of several channels (<c>is_restricted</c>).</summary>
    public bool IsGuest { get; set; }

    /// <summary>A guest of one channel (<c>is_ultra_restricted</c>).</summary>
    public bool IsSingleChannelGuest { get; set; }

    /// <summary>Somebody from another organisation, met through Slack Connect (<c>is_stranger</c>).</summary>
    public bool IsStranger { get; set; }

    public string TimeZone { get; set; } = "Etc/UTC";

    public JsonObject ToJson(Workspace workspace, bool withEmail)
    {
        var profile = new JsonObject
        {
            ["title"] = "",
            ["phone"] = "",
            ["skype"] = "",
            ["real_name"] = RealName,
            ["real_name_normalized"] = RealName,
            ["display_name"] = DisplayName,
            ["display_name_normalized"] = DisplayName,
            ["status_text"] = "",
            ["status_emoji"] = "",
            ["status_expiration"] = 0,
            ["avatar_hash"] = "g" + Id,
            ["team"] = TeamId(workspace),
        };
        if (withEmail && Email is not null && !IsBot) profile["email"] = Email;
        if (IsBot) profile["bot_id"] = workspace.App.BotId;
        var user = new JsonObject
        {
            ["id"] = Id,
            ["team_id"] = TeamId(workspace),
            ["name"] = Name,
            ["deleted"] = IsDeactivated,
            ["profile"] = profile,
            ["is_bot"] = IsBot,
            ["is_app_user"] = false,
            ["updated"] = workspace.Created,
        };
        // Slack leaves these out for people who have left.
        if (IsDeactivated) return user;
        user["color"] = "9f69e7";
        user["real_name"] = RealName;
        (user["tz"], user["tz_label"], user["tz_offset"]) = (TimeZone, "Coordinated Universal Time", 0);
        (user["is_admin"], user["is_owner"], user["is_primary_owner"]) = (false, false, false);
        (user["is_restricted"], user["is_ultra_restricted"]) = (IsGuest || IsSingleChannelGuest, IsSingleChannelGuest);
        if (IsStranger) user["is_stranger"] = true;
        user["is_email_confirmed"] = true;
        user["who_can_share_contact_card"] = "EVERYONE";
        return user;
    }

    private string TeamId(Workspace workspace) => IsStranger ? "T0ELSEWHERE" : workspace.TeamId;
}
