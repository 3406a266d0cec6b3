using System.Text.Json;
using Sitrep.Chat.Effects;
using Sitrep.Commands;

namespace Sitrep.Storage.Outbox;

/// <summary>The platforms' ids of messages and files that are brought up to date later, by their keys.</summary>
internal static class PostedMessages
{
    /// <summary>Keeps an id; one of the same key from before is replaced.</summary>
    public static void Write(StoreTransaction transaction, KeyedMessage message)
    {
        var line = message.Line is { } said ? transaction.Json(said, StorageJson.Default.Message) : null;
        if (message.ExternalId is null)
            transaction.Run("update posted_messages set line = $2 where key = $1", message.Key, line);
        else
            transaction.Run(
                """
                insert into posted_messages (key, external_id, line, place) values ($1, $2, $3, $4)
                on conflict (key) do update set external_id = $2, line = $3, place = $4
                """,
                message.Key,
                message.ExternalId,
                line,
                message.Place);
    }

    /// <summary>The lines that share a message, in order; none where it is one line's own.</summary>
    public static IReadOnlyList<PostedLine> Lines(IReads reads, string externalId) =>
    [
        .. reads
            .Query<(string Key, string Line)>(
                "select key, line from posted_messages where external_id = @externalId and line is not null order by place",
                new { externalId })
            .Select(row => new PostedLine(row.Key, JsonSerializer.Deserialize(row.Line, StorageJson.Default.Message)!)),
    ];
}
