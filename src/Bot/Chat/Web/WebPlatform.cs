using System.Globalization;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Web.Live;
using Sitrep.Chat.Web.Tables;
using Sitrep.Storage;

namespace Sitrep.Chat.Web;

/// <summary>The built-in chat as the outbox sees it: it writes into tables of its own and tells those who watch.</summary>
internal sealed class WebPlatform(WriteQueue writes, LiveFeed feed) : IEffectTarget
{
    /// <summary>The bot's name in the chat.</summary>
    public const string BotName = "sitrep";

    public string Name => Platforms.Web;

    public async Task<DeliveryResult> DeliverAsync(OutboxItem delivery, CancellationToken cancellation)
    {
        var made = await writes.RunAsync(transaction => new DeliveryResult(Carry(transaction, delivery)));
        feed.Wake();
        return made;
    }

    // Everything here is keyed by the outbox row, so that doing it again finds what was done.
    public Task<Search> FindAsync(OutboxItem delivery, CancellationToken cancellation) => Task.FromResult(Search.Absent);

    private static string Carry(StoreTransaction transaction, OutboxItem delivery)
    {
        var channel = delivery.ChannelId ?? delivery.Effect.To.Channel;
        var key = string.Create(CultureInfo.InvariantCulture, $"outbox/{delivery.Id}");
        switch (delivery.Effect)
        {
            case OpenChannel open:
                ChatWrites.Open(transaction, open.To.Channel, open.Topic, delivery.At);
                return open.To.Channel;
            case SetTopic topic:
                ChatWrites.Open(transaction, channel, topic.Topic, delivery.At);
                return channel;
            case PostMessage post:
                return Id(ChatWrites.Post(transaction, channel, null, delivery.At, post.Message, key));
            case UpdateMessage update:
                return Known(delivery, id => ChatWrites.Update(transaction, id, update.Message));
            case PinMessage:
                return Known(delivery, id => ChatWrites.Pin(transaction, id));
            case UploadDocument upload when delivery.MessageId is not null:
                return Known(delivery, id => ChatWrites.Replace(transaction, id, upload));
            case UploadDocument upload:
                return Id(ChatWrites.Upload(transaction, channel, delivery.At, upload, key));
            case ReadMessage or TellPerson or ArchiveChannel or InvitePeople:
                // Nothing in the built-in chat asks for these: its messages say what they say, and its channels stay.
                throw new PlatformRefusalException("not_supported", permanent: true);
            default:
                throw new InvalidOperationException($"An effect that the built-in chat does not know: {delivery.Effect.GetType().Name}");
        }
    }

    private static string Known(OutboxItem delivery, Func<long, bool> change) =>
        long.TryParse(delivery.MessageId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && change(id)
            ? Id(id)
            : throw new PlatformRefusalException("message_not_found", permanent: true);

    private static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);
}
