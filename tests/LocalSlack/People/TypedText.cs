using System.Text.RegularExpressions;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.People;

/// <summary>
/// What Slack makes of text that a person types. Source:
/// <see href="https://docs.slack.dev/messaging/formatting-message-text"/>.
/// </summary>
public static partial class TypedText
{
    /// <summary>Control characters escaped; people, channels and links in angle brackets.</summary>
    public static string Encode(Workspace workspace, string typed, bool withNames)
    {
        var text = typed
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
        text = Link().Replace(text, "<$0>");
        text = UserName()
            .Replace(text, found => workspace.Users.Values.FirstOrDefault(user => user.Name == found.Groups[1].Value) is { } user
                    ? withNames
                        ? $"<@{user.Id}|{user.Name}>"
                        : $"<@{user.Id}>"
                    : found.Value);
        text = Usergroup(workspace, text);
        return ChannelName()
            .Replace(text, found =>
                workspace.Channels.Values.FirstOrDefault(channel =>
                    channel.Kind == ConversationKind.Public && channel.Name == found.Groups[1].Value)
                    is { } channel
                    ? $"<#{channel.Id}|{(withNames ? channel.Name : "")}>"
                    : found.Value);
    }

    private static string Usergroup(Workspace workspace, string text)
    {
        foreach (var group in workspace.Usergroups)
            text = text.Replace(
                $"@{(string?)group["handle"]}",
                $"<!subteam^{(string?)group["id"]}|@{(string?)group["handle"]}>",
                StringComparison.Ordinal);
        return text;
    }

    [GeneratedRegex(@"(?<![\w<@])@([a-z0-9][a-z0-9._-]*)")]
    private static partial Regex UserName();

    [GeneratedRegex(@"(?<![\w<#/])#([\p{Ll}\p{Lo}0-9_-]+)")]
    private static partial Regex ChannelName();

    [GeneratedRegex(@"https?://[^\s<>|]+")]
    private static partial Regex Link();
}
