using System.Text.Json.Nodes;

namespace Sitrep.LocalSlack.State;

/// <summary>What has become of a token; the error a call with it gets.</summary>
public enum TokenState { Valid, Revoked, AccountInactive, Expired }

/// <summary>The installed app: its identities, tokens, scopes, commands and subscriptions.</summary>
public sealed class App(LocalSlackOptions options)
{
    /// <summary>Every scope that a method of this server asks for.</summary>
    public static IReadOnlyCollection<string> AllScopes { get; } =
    [
        "app_mentions:read",
        "bookmarks:read",
        "bookmarks:write",
        "channels:history",
        "channels:join",
        "channels:manage",
        "channels:read",
        "chat:write",
        "chat:write.public",
        "commands",
        "files:write",
        "groups:history",
        "groups:read",
        "groups:write",
        "im:history",
        "im:read",
        "im:write",
        "pins:read",
        "pins:write",
        "reactions:read",
        "reactions:write",
        "team:read",
        "usergroups:read",
        "users:read",
        "users:read.email",
    ];

    public string AppId => "A0SITREP";
    public string BotId => "B0SITREP";
    public string BotUserId => "U0SITREP";
    public string Name { get; set; } = "sitrep";
    public string VerificationToken => "local-verification-token";
    public string BotToken { get; set; } = options.BotToken;
    public string AppToken { get; set; } = options.AppToken;
    public string SigningSecret { get; set; } = options.SigningSecret;
    public TokenState BotTokenState { get; set; }
    public TokenState AppTokenState { get; set; }
    public HashSet<string> Scopes { get; } = new(options.Scopes, StringComparer.Ordinal);

    /// <summary>Whether the app's settings show the Home tab.</summary>
    public bool HasHomeTab { get; set; } = true;

    /// <summary>The slash commands of its settings, and whether each escapes mentions, channels and links.</summary>
    public Dictionary<string, bool> Commands { get; } = new(StringComparer.Ordinal)
    {
        ["/incident"] = true,
        ["/timeline"] = true,
        ["/escalate"] = true,
        ["/ack"] = true,
        ["/oncall"] = true,
    };

    /// <summary>The events of its settings; null for all of them.</summary>
    public HashSet<string>? Events { get; set; }

    public JsonObject Profile(Workspace workspace) =>
        new()
        {
            ["id"] = BotId,
            ["deleted"] = false,
            ["name"] = Name,
            ["updated"] = workspace.Created,
            ["app_id"] = AppId,
            ["icons"] = new JsonObject
            {
                ["image_36"] = $"{workspace.Url}36.png",
                ["image_48"] = $"{workspace.Url}48.png",
                ["image_72"] = $"{workspace.Url}72.png",
            },
            ["team_id"] = workspace.TeamId,
        };
}
