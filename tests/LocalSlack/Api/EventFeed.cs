using System.Text.Json.Nodes;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.Api;

/// <summary>
/// Wraps what happens as an <c>event_callback</c>, if the app may see it: the event is subscribed to, its scope granted,
/// the bot in the conversation. Source: <see href="https://docs.slack.dev/apis/events-api"/>.
/// </summary>
public sealed class EventFeed(Workspace workspace, Action<JsonObject> deliver)
{
    private int _lastEvent;

    /// <summary>Something that happened in a conversation the bot must be in to hear of it.</summary>
    public void In(SlackChannel channel, string scope, JsonObject happened)
    {
        if (!channel.Members.Contains(workspace.App.BotUserId) || !workspace.App.Scopes.Contains(scope)) return;
        Deliver(happened, channel.IsShared, channel.Id);
    }

    /// <summary>A message or what became of one.</summary>
    public void Message(SlackChannel channel, JsonObject happened)
    {
        happened["channel"] = channel.Id;
        happened["channel_type"] = channel.TypeInEvents;
        happened["event_ts"] ??= (string?)happened["ts"];
        In(channel, $"{channel.ScopePrefix}:history", happened);
        var text = (string?)happened["text"] ?? "";
        if (happened["subtype"] is not null || !text.Contains($"<@{workspace.App.BotUserId}>", StringComparison.Ordinal)) return;
        var mention = (JsonObject)happened.DeepClone();
        mention["type"] = "app_mention";
        mention.Remove("channel_type");
        In(channel, "app_mentions:read", mention);
    }

    /// <summary>Something that happened in the workspace.</summary>
    public void Everywhere(string? scope, JsonObject happened)
    {
        if (scope is null || workspace.App.Scopes.Contains(scope)) Deliver(happened, isShared: false, "");
    }

    private void Deliver(JsonObject happened, bool isShared, string channel)
    {
        var type = (string)happened["type"]!;
        if (workspace.App.Events is { } subscribed
            && !subscribed.Contains(type)
            && !subscribed.Contains($"{type}.{(string?)happened["channel_type"]}s"))
            return;
        // Slack leaves event_ts out of the few events about the app itself.
        if (type is not ("app_uninstalled" or "tokens_revoked")) happened["event_ts"] ??= workspace.NextTs();
        deliver(new()
        {
            ["token"] = workspace.App.VerificationToken,
            ["team_id"] = workspace.TeamId,
            ["context_team_id"] = workspace.TeamId,
            ["api_app_id"] = workspace.App.AppId,
            ["event"] = happened.DeepClone(),
            ["type"] = "event_callback",
            ["event_id"] = $"Ev{++_lastEvent:00000000}",
            ["event_time"] = workspace.UnixNow,
            ["authorizations"] = new JsonArray(new JsonObject
            {
                ["enterprise_id"] = null,
                ["team_id"] = workspace.TeamId,
                ["user_id"] = workspace.App.BotUserId,
                ["is_bot"] = true,
                ["is_enterprise_install"] = false,
            }),
            ["is_ext_shared_channel"] = isShared,
            ["event_context"] = $"1-{type}-{workspace.TeamId}-{channel}",
        });
    }
}
