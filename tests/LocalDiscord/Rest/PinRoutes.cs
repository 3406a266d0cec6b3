using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.Shapes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Rest;

/// <summary>Pins, at the address of 2025 and at the old one. Source: Discord's resources/message.</summary>
internal sealed class PinRoutes(World world)
{
    private const int MaxPins = 250;
    private readonly Access _access = new(world);
    private readonly Posting _posting = new(world);

    public IEnumerable<Route> All =>
    [
        new("GET", "/channels/{channel_id}/messages/pins", List),
        new("PUT", "/channels/{channel_id}/messages/pins/{message_id}", Pin),
        new("DELETE", "/channels/{channel_id}/messages/pins/{message_id}", Unpin),
        new("GET", "/channels/{channel_id}/pins", ListOld),
        new("PUT", "/channels/{channel_id}/pins/{message_id}", Pin),
        new("DELETE", "/channels/{channel_id}/pins/{message_id}", Unpin),
    ];

    private static IEnumerable<Message> Pinned(Channel channel) =>
        channel.Messages.Where(message => message.PinnedAt is not null).OrderByDescending(message => message.PinnedAt);

    private RestAnswer Pin(RestCall call)
    {
        var channel = _access.Channel(call.Id("channel_id"), world.Bot.Id, Permission.PinMessages);
        var message = Access.Message(channel, call.Id("message_id"));
        Access.Awake(channel);
        if (message.PinnedAt is not null) return RestAnswer.Nothing;
        if (Pinned(channel).Count() >= MaxPins) throw Refusal.TooManyPins;
        message.PinnedAt = channel.LastPinAt = world.Now;
        world.Events.MessageUpdate(message, channel);
        world.Events.PinsUpdate(channel);
        // Everybody in the channel reads that something was pinned.
        _posting.Add(channel, new(world.Ids.Next(), channel.Id, world.Bot) { Type = 6, SentAt = world.Now, ReplyTo = message.Id });
        return RestAnswer.Nothing;
    }

    private RestAnswer Unpin(RestCall call)
    {
        var channel = _access.Channel(call.Id("channel_id"), world.Bot.Id, Permission.PinMessages);
        var message = Access.Message(channel, call.Id("message_id"));
        Access.Awake(channel);
        if (message.PinnedAt is null) return RestAnswer.Nothing;
        message.PinnedAt = null;
        world.Events.MessageUpdate(message, channel);
        world.Events.PinsUpdate(channel);
        return RestAnswer.Nothing;
    }

    private RestAnswer List(RestCall call)
    {
        var channel = _access.Channel(call.Id("channel_id"), world.Bot.Id, Permission.ReadMessageHistory);
        var limit = int.TryParse(call.Query["limit"], out var typed) ? Math.Clamp(typed, 1, 50) : 50;
        var before = DateTimeOffset.TryParse(call.Query["before"], out var at) ? at : DateTimeOffset.MaxValue;
        var found = Pinned(channel).Where(message => message.PinnedAt < before).Take(limit + 1).ToList();
        return RestAnswer.Ok(new JsonObject
        {
            ["items"] = new JsonArray([.. found.Take(limit).Select(message => new JsonObject
            {
                ["pinned_at"] = UserShape.Instant(message.PinnedAt!.Value),
                ["message"] = MessageShape.Of(message, world),
            })]),
            ["has_more"] = found.Count > limit,
        });
    }

    private RestAnswer ListOld(RestCall call)
    {
        var channel = _access.Channel(call.Id("channel_id"), world.Bot.Id, Permission.ReadMessageHistory);
        return RestAnswer.Ok(new JsonArray([.. Pinned(channel).Take(50).Select(message => MessageShape.Of(message, world))]));
    }
}
