using System.Text.Json.Nodes;
using Sitrep.LocalSlack.Api;
using Sitrep.LocalSlack.Delivery;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.People;

/// <summary>What Slack tells the bot about what a person did.</summary>
internal sealed class Payloads(Workspace workspace, Triggers triggers, ResponseUrls responseUrls)
{
    /// <summary>Source: <see href="https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling"/>.</summary>
    public JsonObject Command(SlackUser user, SlackChannel channel, string command, string text, bool escapes) => new()
    {
        ["token"] = workspace.App.VerificationToken,
        ["team_id"] = workspace.TeamId,
        ["team_domain"] = workspace.Domain,
        ["channel_id"] = channel.Id,
        ["channel_name"] = NameInCommands(channel),
        ["user_id"] = user.Id,
        ["user_name"] = user.Name,
        ["command"] = command,
        ["text"] = escapes ? TypedText.Encode(workspace, text, withNames: true) : text,
        ["api_app_id"] = workspace.App.AppId,
        ["is_enterprise_install"] = "false",
        ["response_url"] = responseUrls.Issue(channel.Id, user.Id, original: null),
        ["trigger_id"] = triggers.Issue(user.Id),
    };

    /// <summary>Source: <see href="https://docs.slack.dev/reference/interaction-payloads/block_actions-payload"/>.</summary>
    public JsonObject MessageAction(SlackUser user, SlackChannel channel, SlackMessage message, JsonObject action)
    {
        var payload = Begin("block_actions", user);
        var isEphemeral = message.OnlyFor is not null;
        payload["container"] = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = message.Ts,
            ["channel_id"] = channel.Id,
            ["is_ephemeral"] = isEphemeral,
        };
        payload["channel"] = new JsonObject { ["id"] = channel.Id, ["name"] = NameInCommands(channel) };
        // Of an ephemeral message Slack remembers nothing that it could send.
        if (!isEphemeral) payload["message"] = message.ToJson(workspace, withMetadata: true);
        payload["state"] = new JsonObject { ["values"] = new JsonObject() };
        payload["response_url"] = responseUrls.Issue(channel.Id, user.Id, message.Ts);
        payload["actions"] = new JsonArray(action);
        return payload;
    }

    public JsonObject ViewAction(SlackUser user, SlackView view, JsonObject action)
    {
        var payload = Begin("block_actions", user);
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        payload["view"] = view.ToJson(workspace);
        payload["actions"] = new JsonArray(action);
        return payload;
    }

    /// <summary>Source: <see href="https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload"/>.</summary>
    public JsonObject Submission(SlackUser user, SlackView view)
    {
        var payload = Begin("view_submission", user);
        payload["view"] = view.ToJson(workspace);
        payload["response_urls"] = new JsonArray();
        return payload;
    }

    public JsonObject Closed(SlackUser user, SlackView view, bool isCleared)
    {
        var payload = Begin("view_closed", user);
        payload.Remove("trigger_id");
        payload["view"] = view.ToJson(workspace);
        payload["is_cleared"] = isCleared;
        payload["response_urls"] = new JsonArray();
        return payload;
    }

    /// <summary>Source: <see href="https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload"/>.</summary>
    public JsonObject Shortcut(SlackUser user, string callbackId)
    {
        var payload = Begin("shortcut", user);
        payload["callback_id"] = callbackId;
        payload["action_ts"] = workspace.NextTs();
        return payload;
    }

    public JsonObject MessageShortcut(SlackUser user, SlackChannel channel, SlackMessage message, string callbackId)
    {
        var payload = Begin("message_action", user);
        payload["callback_id"] = callbackId;
        payload["action_ts"] = workspace.NextTs();
        payload["channel"] = new JsonObject { ["id"] = channel.Id, ["name"] = NameInCommands(channel) };
        payload["message_ts"] = message.Ts;
        payload["message"] = message.ToJson(workspace);
        payload["response_url"] = responseUrls.Issue(channel.Id, user.Id, message.Ts);
        return payload;
    }

    private JsonObject Begin(string type, SlackUser user) => new()
    {
        ["type"] = type,
        ["team"] = new JsonObject { ["id"] = workspace.TeamId, ["domain"] = workspace.Domain },
        ["user"] = new JsonObject { ["id"] = user.Id, ["username"] = user.Name, ["name"] = user.Name, ["team_id"] = workspace.TeamId },
        ["api_app_id"] = workspace.App.AppId,
        ["token"] = workspace.App.VerificationToken,
        ["trigger_id"] = triggers.Issue(user.Id),
        ["enterprise"] = null,
        ["is_enterprise_install"] = false,
    };

    private static string NameInCommands(SlackChannel channel) => channel.Kind switch
    {
        ConversationKind.Public => channel.Name,
        ConversationKind.Private => "privategroup",
        _ => "directmessage",
    };
}
