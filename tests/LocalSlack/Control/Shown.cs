using System.Text.Json.Nodes;

namespace Sitrep.LocalSlack.Control;

/// <summary>The server's memory as JSON, for whoever checks it from outside.</summary>
internal static class Shown
{
    /// <summary>The calls of one method, or of all when it is empty.</summary>
    public static JsonArray Ledger(LocalSlackServer slack, string method) =>
        new([
            .. slack
                .Ledger.Calls.Where(call => method.Length == 0 || call.Method == method)
                .Select(call => new JsonObject
                {
                    ["at"] = call.At.ToString("O"),
                    ["method"] = call.Method,
                    ["arguments"] = call.Arguments.DeepClone(),
                    ["status"] = call.Status,
                    ["error"] = call.Error,
                    ["accepted"] = call.IsAccepted,
                    ["fault"] = call.Fault,
                    ["violations"] = new JsonArray([.. call.Violations.Select(violation => (JsonNode)violation)]),
                }),
        ]);

    public static JsonArray Deliveries(LocalSlackServer slack) =>
        new([
            .. slack.Deliveries.Log.Select(attempt => new JsonObject
            {
                ["at"] = attempt.At.ToString("O"),
                ["type"] = attempt.Delivery.Type,
                ["envelope_id"] = attempt.Delivery.EnvelopeId,
                ["attempt"] = attempt.Delivery.Attempt,
                ["failure"] = attempt.Outcome.Failure,
                ["payload"] = attempt.Delivery.Payload.DeepClone(),
                ["response"] = attempt.Outcome.Response?.DeepClone(),
            }),
        ]);

    public static JsonArray Channels(LocalSlackServer slack)
    {
        lock (slack.Workspace.Gate)
        {
            return new([.. slack.Workspace.Channels.Values.Select(channel =>
            {
                var shown = channel.ToJson(slack.Workspace, slack.Workspace.App.BotUserId);
                shown["members"] = new JsonArray([.. channel.Members.Select(member => (JsonNode)member)]);
                shown["messages"] = new JsonArray([
                        .. channel.Messages.Select(message => message.ToJson(slack.Workspace, withMetadata: true)),
                    ]);
                shown["ephemerals"] = new JsonArray([.. channel.Ephemerals.Select(message => message.ToJson(slack.Workspace))]);
                shown["pins"] = new JsonArray([.. channel.Pins.Select(pin => (JsonNode)pin.Ts)]);
                shown["bookmarks"] = new JsonArray([.. channel.Bookmarks.Select(bookmark => bookmark.DeepClone())]);
                return shown;
            })]);
        }
    }

    public static JsonArray Users(LocalSlackServer slack)
    {
        lock (slack.Workspace.Gate)
            return new([.. slack.Workspace.Users.Values.Select(user => user.ToJson(slack.Workspace, withEmail: true))]);
    }
}
