using System.Text.Json;
using Sitrep.Chat.Effects;

namespace Sitrep.Storage.Inbox;

/// <summary>
/// What was received before, and the answer it got. Kept for months, as <see cref="Retention.RetentionPeriods"/> says:
/// platforms replay late, people much later.
/// </summary>
internal static class SeenEvents
{
    /// <summary>The first answer to this delivery; null for a new one.</summary>
    public static Reply? Find(StoreTransaction transaction, string key) =>
        transaction.Text("select reply from deliveries where key = $1", key) is { } json
            ? JsonSerializer.Deserialize(json, StorageJson.Default.Reply)
            : null;

    /// <summary>Remembers the answer, in the transaction that holds what it says.</summary>
    public static void Remember(StoreTransaction transaction, string key, DateTimeOffset at, Reply reply) => transaction.Run(
        "insert into deliveries (key, received_at, reply) values ($1, $2, $3)",
        key,
        Instants.ToText(at),
        transaction.Json(reply, StorageJson.Default.Reply));
}
