using System.Globalization;
using System.Text.Json;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Chat.Slack.Api;
using Sitrep.Chat.Slack.Blocks;
using Sitrep.Occurrences;

namespace Sitrep.Chat.Slack.Effects;

/// <summary>Reads a message that was picked by a reaction or a pin, and lets what it says walk like everything else.</summary>
internal sealed class MessageReading(SlackApi api, SlackPeople people, MessagePosting posting, CommandHandler handler)
{
    /// <summary>Reads it.</summary>
    public async Task<DeliveryResult> ReadAsync(OutboxItem delivery, ReadMessage read, CancellationToken cancellation)
    {
        var channel = read.To.Channel;
        // A reply's own ts gives that reply; history would give the message before it.
        var answer = await api.AskAsync(
            "conversations.replies",
            [
                new("channel", channel),
                new("ts", read.MessageId),
                new("latest", read.MessageId),
                new("inclusive", "true"),
                new("limit", "10"),
            ],
            cancellation);
        var message = answer.Items("messages").Cast<JsonElement?>().FirstOrDefault(message => message!.Value.Text("ts") == read.MessageId)
            ?? throw new PlatformRefusalException("message_not_found", permanent: true);
        var by = await people.FindAsync(read.By.Id, cancellation);
        var picked = await PickedAsync(message, cancellation);
        var reply = await handler.HandleAsync(
            new MessagePicked(
                new(Platforms.Slack, channel),
                by,
                string.Create(CultureInfo.InvariantCulture, $"read/{delivery.Id}/{delivery.At.UtcTicks}"),
                picked,
                read.Way,
                WasRead: true));
        if (reply.Unsaved) throw new HttpRequestException(reply.Message.PlainText);
        if (reply.Message.Blocks.Count > 0) await posting.WhisperAsync(channel, by, reply.Message, cancellation);
        return DeliveryResult.Nothing;
    }

    /// <summary>A message as Slack sends it, with the names of those it mentions.</summary>
    public async Task<PickedMessage> PickedAsync(JsonElement message, CancellationToken cancellation)
    {
        foreach (var id in MentionDecoder.Ids(MessageWords.Of(message))) await people.FindAsync(id, cancellation);
        if (message.Text("user") is { } user) await people.FindAsync(user, cancellation);
        return Translate(message, people);
    }

    /// <summary>A message as Slack sends it, with the names that are known.</summary>
    public static PickedMessage Translate(JsonElement message, SlackPeople people)
    {
        var author = message.Text("user") is { } user
            ? people.Known(user)
            : SlackPeople.Of(
                message.Text("bot_id") ?? "unknown",
                message.Text("username") ?? message.Text("bot_profile", "name") ?? "a bot");
        var text = DecodedText.Of(MessageWords.Of(message), people).Text.Trim();
        return new(message.Text("ts") ?? "", author, Timestamp.Parse(message.Text("ts")), text);
    }
}
