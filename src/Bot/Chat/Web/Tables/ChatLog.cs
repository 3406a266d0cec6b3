using Sitrep.Access;
using Sitrep.Incidents;
using Sitrep.Storage;
using Sitrep.Storage.Rows;

namespace Sitrep.Chat.Web.Tables;

/// <summary>Reads the built-in chat.</summary>
internal static class ChatLog
{
    /// <summary>The most messages one read returns.</summary>
    public const int MostAtOnce = 1000;

    /// <summary>The number of the newest change; 0 for none.</summary>
    public static long LastRevision(IReads reads) =>
        reads.QuerySingle<long>("select coalesce(max(revision), 0) from chat_messages");

    /// <summary>The id of a channel's newest message; 0 for none.</summary>
    public static long LastIn(IReads reads, string channel) =>
        reads.QuerySingle<long>("select coalesce(max(id), 0) from chat_messages where channel = @channel", new { channel });

    /// <summary>The changes in any channel after a revision, in that order.</summary>
    public static IReadOnlyList<ChatRow> ChangedAfter(IReads reads, long revision, int most) =>
        [.. reads.Query<ChatRow>($"{ChatRow.Select} where m.revision > @revision order by m.revision limit @most", new { revision, most })];

    /// <summary>The changes in a channel after a revision; the earliest first, in the order posted.</summary>
    public static IReadOnlyList<ChatRow> After(IReads reads, string channel, long revision) =>
    [
        .. reads.Query<ChatRow>(
                $"{ChatRow.Select} where m.channel = @channel and m.revision > @revision order by m.revision limit {MostAtOnce}",
                new { channel, revision })
            .OrderBy(row => row.id),
    ];

    /// <summary>A channel's newest messages before one of them, in the order posted.</summary>
    public static IReadOnlyList<ChatRow> Newest(IReads reads, string channel, long before, int most) =>
    [
        .. reads.Query<ChatRow>(
                $"{ChatRow.Select} where m.channel = @channel and m.id < @before order by m.id desc limit @most",
                new { channel, before, most })
            .Reverse(),
    ];

    /// <summary>A channel's newest pinned message, an incident's card; null where there is none.</summary>
    public static ChatRow? Pinned(IReads reads, string channel) => reads.QuerySingleOrDefault<ChatRow>(
        $"{ChatRow.Select} where m.id = (select max(id) from chat_messages where channel = @channel and pinned = 1)", new { channel });

    /// <summary>A message of a channel; null where there is none.</summary>
    public static ChatRow? Message(IReads reads, string channel, long id) =>
        reads.QuerySingleOrDefault<ChatRow>($"{ChatRow.Select} where m.channel = @channel and m.id = @id", new { channel, id });

    /// <summary>A file with the channel it was posted in; null where there is none.</summary>
    public static (string Channel, string Name, string Content)? File(IReads reads, long id)
    {
        var row = reads.QuerySingleOrDefault<(string Channel, string Name, string Content)>(
            "select m.channel, f.name, f.content from chat_files f join chat_messages m on m.file = f.id where f.id = @id", new { id });
        return row.Name is null ? null : row;
    }

    /// <summary>Whether somebody may read a channel: to others, a private incident's is one that does not exist.</summary>
    public static bool MayRead(IReads reads, string channel, Viewer viewer) =>
        IncidentIn(reads, channel) is not { } incident || May.See(viewer, incident);

    /// <summary>The incident that lives in a channel; null where none does.</summary>
    public static Incident? IncidentIn(IReads reads, string channel) => IncidentQueries.In(reads, new(Platforms.Web, channel));
}
