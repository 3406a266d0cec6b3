using Sitrep.Commands;

namespace Sitrep.Storage.Outbox;

/// <summary>The platforms' ids of messages and files that are brought up to date later, by their keys.</summary>
internal static class PostedMessages
{
    /// <summary>Keeps an id; one of the same key from before is replaced.</summary>
    public static void Write(StoreTransaction transaction, KeyedMessage message) => transaction.Run(
        "insert into posted_messages (key, external_id) values ($1, $2) on conflict (key) do update set external_id = $2",
        message.Key,
        message.ExternalId);
}
