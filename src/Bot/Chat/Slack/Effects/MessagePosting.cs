using System.Globalization;
using System.Text.Json;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Slack.Api;
using Sitrep.Chat.Slack.Blocks;
using Sitrep.Incidents;

namespace Sitrep.Chat.Slack.Effects;

/// <summary>Posts messages, and keeps them true. A message is known by <c>channel/ts</c>.</summary>
internal sealed class MessagePosting(SlackApi api, ChannelSearch channels, SlackIdentity identity)
{
    private const string EventType = "sitrep_outbox";

    /// <summary>Posts a message that carries the outbox row in its metadata.</summary>
    public async Task<DeliveryResult> PostAsync(OutboxItem delivery, Message message, CancellationToken cancellation)
    {
        var channel = await ChannelAsync(delivery, cancellation);
        var posted = await InsideAsync(
            channel,
            () => api.CallAsync("chat.postMessage", json => Write(json, channel, message, delivery), cancellation, channel),
            cancellation);
        return new(MessageId(channel, posted));
    }

    /// <summary>Posts into the conversation with one person.</summary>
    public async Task<DeliveryResult> TellAsync(OutboxItem delivery, TellPerson tell, CancellationToken cancellation)
    {
        if (!SlackPeople.Knows(tell.Person)) throw new PlatformRefusalException("user_not_found", permanent: true);
        var posted = await api.CallAsync(
            "chat.postMessage",
            json => Write(json, tell.Person.Id, tell.Message, delivery),
            cancellation,
            tell.Person.Id);
        return new(MessageId(tell.Person.Id, posted));
    }

    /// <summary>Says something to one person within a channel. It is perishable: what is refused is not tried again.</summary>
    public async Task WhisperAsync(string channel, Person to, Message message, CancellationToken cancellation)
    {
        try
        {
            await api.CallAsync("chat.postEphemeral", json =>
            {
                json.WriteString("channel"u8, channel);
                json.WriteString("user"u8, to.Id);
                BlockKit.Write(json, message);
            }, cancellation);
        }
        catch (Exception problem) when (problem is PlatformRefusalException or HttpRequestException)
        {
            // They see what came of it in the channel.
        }
    }

    /// <summary>Brings a message up to date.</summary>
    public async Task<DeliveryResult> UpdateAsync(OutboxItem delivery, Message message, CancellationToken cancellation)
    {
        var (channel, ts) = Posted(delivery);
        await InsideAsync(channel, () => api.CallAsync("chat.update", json =>
        {
            json.WriteString("channel"u8, channel);
            json.WriteString("ts"u8, ts);
            BlockKit.Write(json, message);
        }, cancellation), cancellation);
        return new(delivery.MessageId);
    }

    /// <summary>Looks for a message that an earlier try posted, by the metadata it carries.</summary>
    public async Task<Search> FindAsync(OutboxItem delivery, CancellationToken cancellation)
    {
        var channel = await ChannelAsync(delivery, cancellation);
        var found = await FirstAsync(
            channel,
            delivery,
            message =>
                message.Text("metadata", "event_type") == EventType
                && message.Member("metadata")?.Text("event_payload", "row") == Row(delivery),
            cancellation);
        return found is { } message ? Search.Found(MessageId(channel, message)) : Search.Absent;
    }

    /// <summary>The bot's first own message in a channel since a delivery was decided that fits; null for none.</summary>
    public async Task<JsonElement?> FirstAsync(
        string channel,
        OutboxItem delivery,
        Func<JsonElement, bool> fits,
        CancellationToken cancellation)
    {
        var me = await identity.AskAsync(cancellation);
        // Slack's clock and this machine's need not agree to the second.
        var oldest = (delivery.At - TimeSpan.FromMinutes(5)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        KeyValuePair<string, string>[] arguments =
        [
            new("channel", channel),
            new("oldest", oldest),
            new("include_all_metadata", "true"),
            new("limit", "200"),
        ];
        return await InsideAsync(
            channel,
            async () =>
            {
                await foreach (var message in api.ListAsync("conversations.history", "messages", arguments, cancellation))
                    if (me.Is(message) && fits(message)) return message;
                return (JsonElement?)null;
            },
            cancellation);
    }

    /// <summary>The channel an effect goes to.</summary>
    public async Task<string> ChannelAsync(OutboxItem delivery, CancellationToken cancellation) => delivery switch
    {
        { ChannelId: { } id } => id,
        // Its channel could not be opened: the incident lives in the built-in pages.
        { Effect.To.Incident: not null } => throw new PlatformRefusalException("channel_not_found", permanent: true),
        _ => await channels.NamedAsync(delivery.Effect.To.Channel, cancellation),
    };

    /// <summary>The place of a message that was posted earlier.</summary>
    public static (string Channel, string Ts) Posted(OutboxItem delivery) =>
        delivery.MessageId?.Split('/') is [var channel, var ts]
            ? (channel, ts)
            : throw new PlatformRefusalException("message_not_found", permanent: true);

    // Somebody removed the bot from a channel: it comes back where it may, once.
    private async Task<T> InsideAsync<T>(string channel, Func<Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await call();
        }
        catch (PlatformRefusalException refusal) when (refusal.Message == "not_in_channel")
        {
            try
            {
                await channels.JoinAsync(channel, cancellation);
            }
            catch (PlatformRefusalException problem) when (problem.Permanent)
            {
                channels.Forget(channel);
                throw new PlatformRefusalException("not_in_channel", permanent: true, lost: ChannelLoss.Removed);
            }

            return await call();
        }
        catch (PlatformRefusalException refusal) when (refusal.Lost is not null)
        {
            channels.Forget(channel);
            throw;
        }
    }

    private static void Write(Utf8JsonWriter json, string channel, Message message, OutboxItem delivery)
    {
        json.WriteString("channel"u8, channel);
        BlockKit.Write(json, message);
        // Nothing typed by a person may notify, format or unfold by itself; the text beside the blocks is for notifications.
        json.WriteBoolean("mrkdwn"u8, false);
        json.WriteBoolean("link_names"u8, false);
        json.WriteBoolean("unfurl_links"u8, false);
        json.WriteBoolean("unfurl_media"u8, false);
        json.WriteStartObject("metadata"u8);
        json.WriteString("event_type"u8, EventType);
        json.WriteStartObject("event_payload"u8);
        json.WriteString("row"u8, Row(delivery));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // The moment belongs to it: row numbers begin again with a new database.
    private static string Row(OutboxItem delivery) => string.Create(CultureInfo.InvariantCulture, $"{delivery.Id}/{delivery.At.UtcTicks}");

    private static string MessageId(string channel, JsonElement message) =>
        $"{message.Text("channel") ?? channel}/{message.Text("ts") ?? throw new HttpRequestException("the answer names no message")}";
}
