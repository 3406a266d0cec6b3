using System.Text.Json.Nodes;
using Sitrep.LocalSlack.Api;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.Methods;

/// <summary><c>pins.*</c>.</summary>
public static class PinMethods
{
    private const int MostPins = 100;

    public static IEnumerable<Method> All { get; } =
    [
        new("pins.add", Tier.Tier2, ["pins:write"], Add),
        new("pins.remove", Tier.Tier2, ["pins:write"], Remove),
        new("pins.list", Tier.Tier2, ["pins:read"], List) { IsFormOnly = true },
    ];

    /// <summary>Pins a message and tells who listens; null when done, else Slack's error.</summary>
    public static string? Pin(Workspace workspace, EventFeed events, SlackChannel channel, SlackMessage message, string by)
    {
        if (channel.Pins.Exists(pin => pin.Ts == message.Ts)) return "already_pinned";
        if (channel.Pins.Count >= MostPins) return "too_many_pins";
        channel.Pins.Add((message.Ts, by, workspace.UnixNow));
        Tell(workspace, events, channel, message, by, "pin_added");
        return null;
    }

    public static string? Unpin(Workspace workspace, EventFeed events, SlackChannel channel, SlackMessage message, string by)
    {
        if (channel.Pins.RemoveAll(pin => pin.Ts == message.Ts) == 0) return "no_pin";
        Tell(workspace, events, channel, message, by, "pin_removed");
        return null;
    }

    private static JsonObject Add(ApiCall call)
    {
        var channel = call.Channel();
        var message = Named(call, channel);
        call.MustBeIn(channel);
        return Pin(call.Workspace, call.Events, channel, message, call.Me) is { } error
            ? throw new SlackRefusalException(error)
            : ApiCall.Ok();
    }

    private static JsonObject Remove(ApiCall call)
    {
        var channel = call.Channel();
        var message = Named(call, channel);
        return Unpin(call.Workspace, call.Events, channel, message, call.Me) is { } error
            ? throw new SlackRefusalException(error)
            : ApiCall.Ok();
    }

    private static JsonObject List(ApiCall call)
    {
        var channel = call.Channel();
        return ApiCall.Ok(
            (
                "items",
                new JsonArray([
                    .. channel
                        .Pins.AsEnumerable()
                        .Reverse()
                        .Select(pin => Item(call.Workspace, channel, channel.Find(pin.Ts)!, pin.By, pin.At)),
                ])));
    }

    private static SlackMessage Named(ApiCall call, SlackChannel channel)
    {
        var ts = call.Arguments.Text("timestamp") ?? throw new SlackRefusalException("no_item_specified");
        if (!ts.Contains('.', StringComparison.Ordinal)) throw new SlackRefusalException("bad_timestamp");
        return channel.Find(ts) ?? throw new SlackRefusalException("message_not_found");
    }

    private static JsonObject Item(Workspace workspace, SlackChannel channel, SlackMessage message, string by, long at)
    {
        var shown = message.ToJson(workspace);
        shown["permalink"] = ChatMethods.Permalink(workspace, channel, message);
        shown["pinned_to"] = new JsonArray(channel.Id);
        return new() { ["type"] = "message", ["channel"] = channel.Id, ["message"] = shown, ["created"] = at, ["created_by"] = by };
    }

    private static void Tell(Workspace workspace, EventFeed events, SlackChannel channel, SlackMessage message, string by, string type) =>
        events.In(channel, "pins:read", new()
        {
            ["type"] = type,
            ["user"] = by,
            ["channel_id"] = channel.Id,
            ["item"] = Item(workspace, channel, message, by, workspace.UnixNow),
            ["item_user"] = message.User,
            ["pin_count"] = channel.Pins.Count,
            ["pinned_info"] = new JsonObject { ["channel"] = channel.Id, ["pinned_by"] = by, ["pinned_ts"] = workspace.UnixNow },
        });
}
