using Sitrep.Chat.Discord.Gateway;
using Sitrep.Chat.Discord.Rendering;
using Sitrep.Chat.Discord.Rest;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Occurrences;

namespace Sitrep.Chat.Discord.Effects;

/// <summary>Reads a message that was picked; what it says walks like everything that happens.</summary>
internal sealed class MessageReading(DiscordRest rest, CommandHandler handler, NameCache names, ThreadParents threads)
{
    /// <summary>Reads it.</summary>
    public async Task ReadAsync(OutboxItem delivery, ReadMessage read, CancellationToken cancellation)
    {
        var answer = await rest.SendAsync(RestRoute.Get("channels/{}/messages/{}", read.To.Channel, read.MessageId), null, cancellation);
        if (answer.Said(RestError.UnknownMessage)) return;
        var message = MessageObjects.Of(answer.Read(DiscordJson.Default.MessageObject), names);
        var channel = await threads.PlaceAsync(read.To.Channel, cancellation);
        var reply = await handler.HandleAsync(
            new MessagePicked(channel, read.By, $"read/{delivery.Id}", message, read.Way, WasRead: true));
        // The read is done once its event is stored.
        if (reply.Unsaved) throw new PlatformRefusalException("not saved", permanent: false);
    }
}
