using System.Text.Json;
using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Incidents;

namespace Sitrep.Storage.Rows;

/// <summary>Reads incidents. Every method takes the reads, so the same reads serve the walk and the pages.</summary>
internal static class IncidentQueries
{
    /// <summary>An incident by its id; null where there is none.</summary>
    public static Incident? Find(IReads reads, IncidentId id) =>
        One(reads, "select details from incidents where number = @number", new { number = id.Number });

    /// <summary>The incident that lives in a channel; null where none does.</summary>
    public static Incident? In(IReads reads, ChannelRef channel) =>
        channel
            .Ids.Select(id =>
                One(
                    reads,
                    "select details from incidents where platform = @Platform and channel_id = @id order by number desc limit 1",
                    new { channel.Platform, id }))
            .FirstOrDefault(incident => incident is not null);

    /// <summary>The incident declared last; null before the first.</summary>
    public static Incident? Last(IReads reads) =>
        One(reads, "select details from incidents order by number desc limit 1", null);

    /// <summary>Open incidents, the worst and newest first.</summary>
    public static IReadOnlyList<Incident> Open(IReads reads) =>
        Many(reads, "select details from incidents where closed_at is null order by coalesce(severity, 9), number desc");

    /// <summary>A platform's incidents whose channel is out of the bot's reach.</summary>
    public static IReadOnlyList<Incident> OutOfReach(IReads reads, string platform) =>
        Many(
            reads,
            $"select details from incidents where platform = @platform and {reads.Dialect.JsonText("details", nameof(Incident.ChannelLost))} is not null",
            new { platform });

    /// <summary>Incidents, newest first.</summary>
    /// <param name="reads">The reads.</param>
    /// <param name="most">How many.</param>
    /// <param name="before">Only those with a lower number: where an earlier answer ended.</param>
    public static IReadOnlyList<Incident> Newest(IReads reads, int most, long before = long.MaxValue) =>
        Many(reads, "select details from incidents where number < @before order by number desc limit @most", new { before, most });

    /// <summary>Closed incidents, the newest first.</summary>
    /// <param name="reads">The reads.</param>
    /// <param name="before">Only those of a smaller number; null for all.</param>
    /// <param name="words">Only those whose id or title holds these words; null for all.</param>
    /// <param name="most">How many.</param>
    public static IReadOnlyList<Incident> Closed(IReads reads, long? before, string? words, int most) => Many(
        reads,
        """
        select details from incidents where closed_at is not null and number < @before
            and (@words is null or lower(title) like @words escape '!' or lower('inc-' || number) like @words escape '!')
        order by number desc limit @most
        """,
        new
        {
            before = before ?? long.MaxValue,
            words = words is null ? null : $"%{words.ToLowerInvariant().Replace("!", "!!").Replace("%", "!%").Replace("_", "!_")}%",
            most,
        });

    /// <summary>The number that the next incident gets.</summary>
    public static long NextNumber(IReads reads) =>
        reads.QuerySingle<long>("select coalesce(max(number), 0) + 1 from incidents");

    /// <summary>An incident with its timeline, escalations and notes.</summary>
    public static IncidentRecord Record(IReads reads, Incident incident)
    {
        var number = new { number = incident.Id.Number };
        return new(
            incident,
            [.. reads.Query<EntryRow>(EntryRow.Select + " where incident = @number and removed = 0 order by number", number)
                .Select(row => row.ToEntry())],
            [.. reads.Query<string>("select details from escalations where incident = @number order by number", number)
                .Select(json => JsonSerializer.Deserialize(json, StorageJson.Default.Escalation)!)],
            [.. reads.Query<NoteRow>(NoteRow.Select + " where incident = @number order by id", number)
                .Select(row => row.ToNote())]);
    }

    /// <summary>Pages of open incidents that nobody has taken, in the order recorded.</summary>
    public static IReadOnlyList<PageNotice> WaitingPages(IReads reads) =>
    [
        .. reads.Query<(long Incident, string Details)>(
                """
                select e.incident, e.details from escalations e join incidents i on i.number = e.incident and i.closed_at is null
                where e.acknowledged_at is null order by e.incident, e.number
                """)
            .Select(row => (row.Incident, Escalation: JsonSerializer.Deserialize(row.Details, StorageJson.Default.Escalation)!))
            .Where(row => row.Escalation.Entry is not { } entry || Entry(reads, new(row.Incident), entry) is { Removed: false })
            .Select(row => new PageNotice(new(row.Incident), row.Escalation.Number, row.Escalation.People)),
    ];

    /// <summary>An entry by its number, removed or not; null where there is none.</summary>
    public static TimelineEntry? Entry(IReads reads, IncidentId id, int number) =>
        reads
            .QuerySingleOrDefault<EntryRow>(
                EntryRow.Select + " where incident = @incident and number = @number",
                new { incident = id.Number, number })
            ?.ToEntry();

    /// <summary>Somebody's newest correction that still stands; null where there is none.</summary>
    public static Correction? LastCorrection(IReads reads, IncidentId id, Person by)
    {
        var row = reads.QuerySingleOrDefault<(long Id, string Before, string What, long LastEntry)>(
            """
            select id, before, what, last_entry from corrections
            where incident = @Number and by_platform = @Platform and by_id = @Id and undone = 0 and what <> 'undo' order by id desc limit 1
            """,
            new { id.Number, by.Platform, by.Id });
        return row.Before is null
            ? null
            : new(row.Id, JsonSerializer.Deserialize(row.Before, StorageJson.Default.TimelineEntry)!, row.What, (int)row.LastEntry);
    }

    private static Incident? One(IReads reads, string sql, object? parameters) =>
        reads.QuerySingleOrDefault<string>(sql, parameters) is { } json ? Read(json) : null;

    private static List<Incident> Many(IReads reads, string sql, object? parameters = null) =>
        [.. reads.Query<string>(sql, parameters).Select(Read)];

    private static Incident Read(string json) => JsonSerializer.Deserialize(json, StorageJson.Default.Incident)!;
}
