namespace Sitrep.Chat.Slack;

/// <summary>The scopes of <c>slack-manifest.yaml</c> and their purposes, as <c>doctor</c> names a missing one.</summary>
internal static class Manifest
{
    /// <summary>The bot's scopes, each with what does not work without it.</summary>
    public static IReadOnlyDictionary<string, string> Scopes { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["bookmarks:write"] = "the incident's card as a bookmark of its channel",
        ["channels:history"] = "reading a message that was picked; finding out after a crash what was posted",
        ["channels:join"] = "coming back into a channel the bot was removed from",
        ["channels:manage"] = "opening an incident's channel, inviting people, archiving it",
        ["channels:read"] = "finding the announcement channel; hearing of renamed and archived channels",
        ["chat:write"] = "saying anything at all",
        ["commands"] = "/incident, /timeline, /escalate, /ack, /oncall and the message menu",
        ["files:write"] = "the postmortem as a file",
        ["groups:history"] = "the same as channels:history for private incidents",
        ["groups:read"] = "the same as channels:read for private incidents",
        ["groups:write"] = "the same as channels:manage for private incidents",
        ["pins:read"] = "recording a message by pinning it",
        ["pins:write"] = "pinning the incident's card",
        ["reactions:read"] = "recording a message by the pushpin reaction",
        ["usergroups:read"] = "calling in a user group: its members are brought into the channel",
        ["users:read"] = "people's names in the timeline",
    };

    /// <summary>How a scope stands in the manifest, with what it is for.</summary>
    public static string Line(string scope) =>
        Scopes.TryGetValue(scope, out var reason)
            ? $"\"- {scope}\" under oauth_config.scopes.bot ({reason})"
            : $"\"- {scope}\" under oauth_config.scopes.bot";
}
