using Sitrep.Chat.Effects;
using Sitrep.Incidents;
using Sitrep.Storage;
using Sitrep.Storage.Rows;

namespace Sitrep.Chat.Web.Tables;

/// <summary>Writes the built-in chat. Everything names the delivery that caused it, and a second time finds the first.</summary>
internal static class ChatWrites
{
    /// <summary>Opens a channel, unless it is open.</summary>
    public static void Open(StoreTransaction transaction, string channel, string? topic, DateTimeOffset at) =>
        transaction.Run(
            """
            insert into chat_channels (name, topic, opened_at) values ($1, $2, $3)
            on conflict (name) do update set topic = coalesce($2, chat_channels.topic)
            """,
            channel,
            topic,
            Instants.ToText(at));

    /// <summary>Posts a message.</summary>
    /// <returns>Its id.</returns>
    public static long Post(
        StoreTransaction transaction,
        string channel,
        string? author,
        DateTimeOffset at,
        Message message,
        string? delivery,
        long? file = null)
    {
        if (delivery is not null && Find(transaction, delivery) is { } posted) return posted;
        Open(transaction, channel, null, at);
        if (author is not null) KnownNameRows.Learn(transaction, Person.Named(Platforms.Web, author));
        return transaction.Number(
            """
            insert into chat_messages (revision, channel, author, at, message, file, delivery)
            values ((select coalesce(max(revision), 0) + 1 from chat_messages), $1, $2, $3, $4, $5, $6)
            returning id
            """,
            channel,
            author,
            Instants.ToText(at),
            transaction.Json(message, StorageJson.Default.Message),
            file,
            delivery);
    }

    /// <summary>Brings a message up to date.</summary>
    /// <returns>False where there is none.</returns>
    public static bool Update(StoreTransaction transaction, long id, Message message) => transaction.Run(
        "update chat_messages set message = $2, revision = (select max(revision) + 1 from chat_messages) where id = $1",
        id,
        transaction.Json(message, StorageJson.Default.Message)) == 1;

    /// <summary>Has a message shown again: what is shown with it has changed.</summary>
    /// <returns>False where there is none.</returns>
    public static bool Touch(StoreTransaction transaction, long id) => transaction.Run(
        "update chat_messages set revision = (select max(revision) + 1 from chat_messages) where id = $1", id) == 1;

    /// <summary>Pins a message.</summary>
    /// <returns>False where there is none.</returns>
    public static bool Pin(StoreTransaction transaction, long id) => transaction.Run(
        "update chat_messages set pinned = 1, revision = (select max(revision) + 1 from chat_messages) where id = $1", id) == 1;

    /// <summary>Posts a file.</summary>
    /// <returns>The id of the message that carries it.</returns>
    public static long Upload(StoreTransaction transaction, string channel, DateTimeOffset at, UploadDocument upload, string delivery)
    {
        if (Find(transaction, delivery) is { } posted) return posted;
        var file = transaction.Number(
            "insert into chat_files (name, content, size) values ($1, $2, $3) returning id",
            upload.FileName,
            upload.Content,
            upload.Content.Length);
        return Post(transaction, channel, null, at, Message.Of(Sitrep.Prose.Line.Of($"{upload.FileName}")), delivery, file);
    }

    /// <summary>Replaces the file that a message carries by a newer version.</summary>
    /// <returns>False where there is none.</returns>
    public static bool Replace(StoreTransaction transaction, long id, UploadDocument upload) =>
        transaction.Run(
            "update chat_files set content = $2, size = $3 where id = (select file from chat_messages where id = $1)",
            id,
            upload.Content,
            upload.Content.Length) == 1
        && Touch(transaction, id);

    private static long? Find(StoreTransaction transaction, string delivery) =>
        transaction.Reads.QuerySingleOrDefault<long?>("select id from chat_messages where delivery = @delivery", new { delivery });
}
