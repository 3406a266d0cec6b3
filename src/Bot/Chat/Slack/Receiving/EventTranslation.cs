using System.Text.Json;
using Sitrep.Chat.Events;
using Sitrep.Chat.Slack.Blocks;
using Sitrep.Chat.Slack.Effects;
using Sitrep.Incidents;

namespace Sitrep.Chat.Slack.Receiving;

/// <summary>Slack's events as the walk knows them (docs.slack.dev/reference/events). What concerns no incident is nothing.</summary>
internal sealed class EventTranslation(SlackPeople people, SlackIdentity identity)
{
    private static readonly string[] _pins = ["pushpin", "round_pushpin"];
    private static readonly Person _slack = SlackPeople.Of("slack", "Slack");

    /// <summary>Translates an event; null where the bot has no use for it.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="eventId">The delivery's id.</param>
    public ChatEvent? Translate(JsonElement happened, string? eventId)
    {
        var type = happened.Text("type");
        return type switch
        {
            "message" => Message(happened, eventId),
            "reaction_added" or "reaction_removed" => Reaction(happened, eventId, type == "reaction_added"),
            "pin_added" or "pin_removed" => Pin(happened, eventId, type == "pin_added"),
            "channel_archive" or "group_archive" => Lost(happened, eventId, ChannelLoss.Archived),
            "channel_deleted" or "group_deleted" => Lost(happened, eventId, ChannelLoss.Deleted),
            // Into a public channel the bot comes back by itself.
            "group_left" => Lost(happened, eventId, ChannelLoss.Removed),
            "channel_rename"
            or "group_rename"
                when happened.Member("channel") is { } channel && channel.Text("id") is { } id && channel.Text("name") is { } name =>
                new ChannelRenamed(In(id), _slack, Key(happened, eventId, id, name), name),
            "member_joined_channel" when IsMine(happened) && happened.Text("channel") is { } id => new ChannelRestored(
                In(id),
                _slack,
                Key(happened, eventId, id, "joined")),
            _ => null,
        };
    }

    private ChatEvent? Message(JsonElement happened, string? eventId)
    {
        if (happened.Text("channel") is not { } channel) return null;
        switch (happened.Text("subtype"))
        {
            // A deleted message that others answered leaves a stone with words of Slack's own, and comes as an edit.
            case "message_changed"
                when happened.Member("message") is { } stone && stone.Text("subtype") == "tombstone" && stone.Text("ts") is { } ts:
                return Deleted(happened, eventId, channel, ts);
            case "message_changed" when happened.Member("message") is { } message && message.Text("ts") is { } ts && !IsMine(message):
                var editor = message.Text("edited", "user") ?? message.Text("user");
                return editor is null
                    ? null
                    : new MessageEdited(
                        In(channel),
                        people.Known(editor),
                        Key(happened, eventId, channel, ts),
                        ts,
                        MessageReading.Translate(message, people).Text);
            case "message_deleted" when happened.Text("deleted_ts") is { } ts:
                return Deleted(happened, eventId, channel, ts);
            case null
            or "thread_broadcast"
            or "file_share" when happened.Text("user") is { } user && happened.Text("ts") is { } ts && !IsMine(happened):
                var said = DecodedText.Of(happened.Text("text") ?? "", people);
                // One message may come under several event ids: its channel and time say that it is the same.
                return new TextTyped(
                    In(channel),
                    people.Known(user),
                    $"message/{channel}/{ts}",
                    said.Text)
                {
                    People = said.People,
                    Groups = said.Groups,
                };
            default:
                return null;
        }
    }

    private MessageDeleted? Deleted(JsonElement happened, string? eventId, string channel, string ts)
    {
        var before = happened.Member("previous_message");
        if (before is { } own && IsMine(own)) return null;
        return new(
            In(channel),
            before?.Text("user") is { } author ? people.Known(author) : _slack,
            Key(happened, eventId, channel, ts),
            ts);
    }

    private ChatEvent? Reaction(JsonElement happened, string? eventId, bool added)
    {
        if (!_pins.Contains(happened.Text("reaction"))
            || happened.Text("item", "type") != "message"
            || IsMine(happened)
            || happened.Text("user") is not { } user
            || happened.Text("item", "channel") is not { } channel
            || happened.Text("item", "ts") is not { } ts)
            return null;
        return Pointed(added, channel, user, Key(happened, eventId, channel, ts), ts, null, PickWay.Reaction);
    }

    private ChatEvent? Pin(JsonElement happened, string? eventId, bool added)
    {
        // The bot pins its own card, and its own card is no news.
        if (IsMine(happened)
            || happened.Member("item") is not { } item
            || item.Member("message") is not { } message
            || IsMine(message)
            || happened.Text("user") is not { } user
            || message.Text("ts") is not { } ts
            || (happened.Text("channel_id") ?? item.Text("channel")) is not { } channel)
            return null;
        return Pointed(added, channel, user, Key(happened, eventId, channel, ts), ts, message.Text("thread_ts"), PickWay.Pin);
    }

    private ChatEvent Pointed(bool added, string channel, string user, string? key, string ts, string? thread, PickWay way) => added
        ? new MessagePointedAt(In(channel), people.Known(user), key, ts, thread, way)
        : new MessageUnpicked(In(channel), people.Known(user), key, ts, way);

    private ChannelLost? Lost(JsonElement happened, string? eventId, ChannelLoss loss) =>
        happened.Text("channel") is { } channel
            ? new(
                In(channel),
                happened.Text("user") is { } user ? people.Known(user) : _slack,
                Key(happened, eventId, channel, loss.ToString()),
                loss)
            : null;

    private bool IsMine(JsonElement json) => identity.Known?.Is(json) == true;

    // The event's own time is the same on every copy of it, whatever id the delivery has.
    private static string? Key(JsonElement happened, string? eventId, string channel, string what) =>
        happened.Text("event_ts") is { } at ? $"{happened.Text("type")}/{channel}/{what}/{happened.Text("user")}/{at}"
        : eventId is null ? null
        : $"event/{eventId}";

    private static ChannelRef In(string channel) => new(Platforms.Slack, channel);
}
