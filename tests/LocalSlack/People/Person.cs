using System.Text.Json.Nodes;
using Sitrep.LocalSlack.Api;
using Sitrep.LocalSlack.Delivery;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.People;

/// <summary>Somebody at Slack's own client: what they do there, and what they see. Channels are named by name or id.</summary>
public sealed partial class Person
{
    private readonly Workspace _workspace;
    private readonly EventFeed _events;
    private readonly Deliveries _deliveries;
    private readonly Payloads _payloads;
    private readonly ResponseUrls _responseUrls;

    internal Person(
        SlackUser user,
        Workspace workspace,
        EventFeed events,
        Deliveries deliveries,
        Payloads payloads,
        ResponseUrls responseUrls
    ) => (User, _workspace, _events, _deliveries, _payloads, _responseUrls) = (user, workspace, events, deliveries, payloads, responseUrls);

    public SlackUser User { get; }

    /// <summary>Everything shown to them in a channel, their ephemeral messages among it, oldest first.</summary>
    public IReadOnlyList<SlackMessage> Sees(string channel)
    {
        lock (_workspace.Gate)
        {
            var found = _workspace.ChannelNamed(channel);
            var ephemerals = found.Ephemerals.Where(message => message.OnlyFor == User.Id);
            return [.. found.Messages.Concat(ephemerals).OrderBy(message => message.Ts, StringComparer.Ordinal)];
        }
    }

    /// <summary>The conversation with the bot.</summary>
    public SlackChannel DirectWithBot()
    {
        lock (_workspace.Gate) return _workspace.Direct(_workspace.App.BotUserId, User.Id);
    }

    /// <summary>Types a slash command, as it would be typed: <c>/incident start Checkout is down</c>.</summary>
    public async Task<Outcome> Command(string channel, string typed)
    {
        var (command, text) = typed.Split(' ', 2, StringSplitOptions.TrimEntries) is [var word, var rest]
            ? (word, rest)
            : (typed.Trim(), "");
        JsonObject payload;
        SlackChannel found;
        lock (_workspace.Gate)
        {
            found = _workspace.ChannelNamed(channel);
            if (!_workspace.App.Commands.TryGetValue(command, out var escapes) || !_workspace.App.Scopes.Contains("commands"))
                return new("unknown_command", null, "");
            payload = _payloads.Command(User, found, command, text, escapes);
        }

        var answer = await _deliveries.Interactively(DeliveryType.Command, payload, acceptsResponse: true);
        var reply = answer.Response as JsonObject;
        if (reply is { Count: > 0 })
        {
            try
            {
                lock (_workspace.Gate) _responseUrls.Show(found.Id, User.Id, original: null, new Arguments(reply, isForm: false));
            }
            catch (SlackRefusalException refusal)
            {
                return new(refusal.Error, reply, (string)payload["trigger_id"]!);
            }
        }

        return new(Notice(answer), reply, (string)payload["trigger_id"]!);
    }

    /// <summary>
    /// Presses a button or chooses in a message, named by <c>action_id</c>, or by <c>value</c> or label where it has
    /// none of its own.
    /// </summary>
    /// <param name="value">What was chosen, for menus and pickers.</param>
    public async Task<Outcome> Click(string channel, string ts, string action, string? value = null)
    {
        JsonObject payload;
        lock (_workspace.Gate)
        {
            var found = _workspace.ChannelNamed(channel);
            var message = found.Find(ts)
                ?? found.Ephemerals.Find(one => one.Ts == ts && one.OnlyFor == User.Id)
                ?? throw new KeyNotFoundException($"No message {ts} in {found.Name}");
            payload = _payloads.MessageAction(User, found, message, Chosen(message.Blocks ?? [], action, value));
        }

        return await Interact(payload, acceptsResponse: false);
    }

    /// <summary>Runs a global shortcut.</summary>
    public async Task<Outcome> Shortcut(string callbackId)
    {
        JsonObject payload;
        lock (_workspace.Gate) payload = _payloads.Shortcut(User, callbackId);
        return await Interact(payload, acceptsResponse: false);
    }

    /// <summary>Runs a shortcut from a message's menu.</summary>
    public async Task<Outcome> MessageShortcut(string channel, string ts, string callbackId)
    {
        JsonObject payload;
        lock (_workspace.Gate)
        {
            var found = _workspace.ChannelNamed(channel);
            payload = _payloads.MessageShortcut(
                User,
                found,
                found.Find(ts) ?? throw new KeyNotFoundException($"No message {ts} in {found.Name}"),
                callbackId);
        }

        return await Interact(payload, acceptsResponse: false);
    }

    private async Task<Outcome> Interact(JsonObject payload, bool acceptsResponse)
    {
        var answer = await _deliveries.Interactively(DeliveryType.Interaction, payload, acceptsResponse);
        return new(Notice(answer), answer.Response as JsonObject, (string?)payload["trigger_id"] ?? "");
    }

    // Whatever the reason, a person is told one of two things.
    private static string? Notice(Acknowledgement answer) => answer.Failure switch
    {
        null => null,
        "timeout" or "http_timeout" => "operation_timeout",
        "http_error" => "http_error",
        _ => "dispatch_failed",
    };

    private JsonObject Chosen(JsonArray blocks, string action, string? value)
    {
        var found = (
            from block in blocks.OfType<JsonObject>()
            from element in Sitrep.LocalSlack.Blocks.SentBlocks.Elements(block)
            select (Block: block, Element: element)).ToList();
        var (chosenIn, chosen) = found.Find(one => (string?)one.Element["action_id"] == action);
        if (chosen is null)
            (chosenIn, chosen) = found.Find(one =>
                (string?)one.Element["value"] == action || (string?)one.Element["text"]?["text"] == action);
        if (chosen is null)
            throw new KeyNotFoundException(
                $"Nothing here is called {action}; there is {string.Join(", ", found.Select(one => one.Element["action_id"]))}");
        var acted = (string?)chosen["type"] is "button" or "workflow_button"
            ? new JsonObject { ["type"] = "button", ["text"] = chosen["text"]!.DeepClone() }
            : Entry.Value(chosen, value);
        if (chosen["value"] is { } own) acted["value"] = own.DeepClone();
        (acted["action_id"], acted["block_id"], acted["action_ts"]) = (
            (string?)chosen["action_id"],
            (string?)chosenIn!["block_id"],
            _workspace.NextTs());
        return acted;
    }
}
