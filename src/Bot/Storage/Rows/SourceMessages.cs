using Sitrep.Incidents;

namespace Sitrep.Storage.Rows;

/// <summary>Messages of a chat that were picked for a timeline, and the entries made of them.</summary>
internal static class SourceMessages
{
    /// <summary>The known facts about a message.</summary>
    public static Picks Find(IReads reads, SourceMessage message)
    {
        var standing = reads.Query<string>(
            "select pick from message_picks where platform = @Platform and channel = @Channel and message = @Id order by pick", message);
        var row = reads.QuerySingleOrDefault<(long Incident, long Entry, string Text)>(
            "select incident, entry, text from message_entries where platform = @Platform and channel = @Channel and message = @Id",
            message);
        return row.Text is null
            ? new(standing)
            : new(standing, new IncidentId(row.Incident), IncidentQueries.Entry(reads, new(row.Incident), (int)row.Entry), row.Text);
    }

    /// <summary>Writes what became of a message.</summary>
    public static void Write(StoreTransaction transaction, IncidentChange change)
    {
        switch (change)
        {
            case MessageMarked marked:
                transaction.Run(
                    "insert into message_picks (platform, channel, message, pick) values ($1, $2, $3, $4) on conflict do nothing",
                    marked.Message.Platform, marked.Message.Channel, marked.Message.Id, marked.Pick);
                break;
            case MessageUnmarked unmarked:
                transaction.Run(
                    "delete from message_picks where platform = $1 and channel = $2 and message = $3 and pick = $4",
                    unmarked.Message.Platform, unmarked.Message.Channel, unmarked.Message.Id, unmarked.Pick);
                break;
            case MessageRecorded recorded:
                transaction.Run(
                    """
                    insert into message_entries (platform, channel, message, incident, entry, text) values ($1, $2, $3, $4, $5, $6)
                    on conflict (platform, channel, message) do update set incident = $4, entry = $5, text = $6
                    """,
                    recorded.Message.Platform,
                    recorded.Message.Channel,
                    recorded.Message.Id,
                    recorded.Incident.Number,
                    recorded.Entry,
                    recorded.Text);
                break;
        }
    }
}
