using Sitrep.Chat.Discord.Rest;

namespace Sitrep.Chat.Discord;

/// <summary>Reads a message that was picked; what it says walks like everything that happens.</summary>
internal sealed class MessageReading(DiscordRest rest, ChatEventHandler handler, Names names)
{
    /// <summary>Reads it.</summary>
    public async Task ReadAsync(Delivery delivery, ReadMessage read, CancellationToken cancellation)
    {
        var answer = await rest.SendAsync(Operation.Get("channels/{}/messages/{}", read.To.Channel, read.MessageId), null, cancellation);
        if (answer.Said(RestError.UnknownMessage)) return;
        var message = Picked.Of(answer.Read(DiscordJson.Default.MessageObject), names);
        var reply = await handler.HandleAsync(new MessagePicked(new(DiscordPlatform.PlatformName, read.To.Channel), read.By, $"read/{delivery.Id}", message, read.Way, WasRead: true));
        // The read is done once its event is stored.
        if (reply.Unsaved) throw new PlatformRefusalException("not saved", permanent: false);
    }
}
