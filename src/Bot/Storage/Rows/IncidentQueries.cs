using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Sitrep.Chat;
using Sitrep.Incidents;

namespace Sitrep.Storage.Rows;

/// <summary>Reads incidents. Every method takes the connection, so the same reads serve the walk and the pages.</summary>
public static class IncidentQueries
{
    /// <summary>An incident by its id; null where there is none.</summary>
    public static Incident? Find(SqliteConnection connection, IncidentId id) =>
        One(connection, "select details from incidents where number = @number", new { number = id.Number });

    /// <summary>The incident that lives in a channel; null where none does.</summary>
    public static Incident? In(SqliteConnection connection, ChannelRef channel) =>
        One(
            connection,
            "select details from incidents where platform = @Platform and channel_id = @Id order by number desc limit 1",
            new { channel.Platform, channel.Id });

    /// <summary>The incident declared last; null before the first.</summary>
    public static Incident? Last(SqliteConnection connection) =>
        One(connection, "select details from incidents order by number desc limit 1", null);

    /// <summary>Open incidents, the worst and newest first.</summary>
    public static IReadOnlyList<Incident> Open(SqliteConnection connection) =>
        Many(connection, "select details from incidents where closed_at is null order by coalesce(severity, 9), number desc");

    /// <summary>A platform's incidents whose channel is out of the bot's reach.</summary>
    public static IReadOnlyList<Incident> OutOfReach(SqliteConnection connection, string platform) =>
        Many(connection, $"select details from incidents where platform = @platform and case when json_valid(details) then details ->> '{nameof(Incident.ChannelLost)}' end is not null", new { platform });

    /// <summary>All incidents, the newest first.</summary>
    public static IReadOnlyList<Incident> All(SqliteConnection connection, int most = 200) =>
        Many(connection, $"select details from incidents order by number desc limit {most}");

    /// <summary>The number that the next incident gets.</summary>
    public static long NextNumber(SqliteConnection connection) =>
        connection.QuerySingle<long>("select coalesce(max(number), 0) + 1 from incidents");

    /// <summary>An incident with its timeline, escalations and notes.</summary>
    public static IncidentRecord Record(SqliteConnection connection, Incident incident)
    {
        var number = new { number = incident.Id.Number };
        return new(
            incident,
            [.. connection.Query<EntryRow>(EntryRow.Select + " where incident = @number and removed = 0 order by number", number)
                .Select(row => row.ToEntry())],
            [.. connection.Query<string>("select details from escalations where incident = @number order by number", number)
                .Select(json => JsonSerializer.Deserialize(json, StorageJson.Default.Escalation)!)],
            [.. connection.Query<NoteRow>(NoteRow.Select + " where incident = @number order by id", number)
                .Select(row => row.ToNote())]);
    }

    /// <summary>An entry by its number, removed or not; null where there is none.</summary>
    public static TimelineEntry? Entry(SqliteConnection connection, IncidentId id, int number) =>
        connection.QuerySingleOrDefault<EntryRow>(EntryRow.Select + " where incident = @incident and number = @number", new { incident = id.Number, number })?.ToEntry();

    /// <summary>Somebody's newest correction that still stands; null where there is none.</summary>
    public static Correction? LastCorrection(SqliteConnection connection, IncidentId id, Person by)
    {
        var row = connection.QuerySingleOrDefault<(long Id, string Before, string What, long LastEntry)>(
            """
            select id, before, what, last_entry from corrections
            where incident = @Number and by_platform = @Platform and by_id = @Id and undone = 0 and what <> 'undo' order by id desc limit 1
            """,
            new { id.Number, by.Platform, by.Id });
        return row.Before is null
            ? null
            : new(row.Id, JsonSerializer.Deserialize(row.Before, StorageJson.Default.TimelineEntry)!, row.What, (int)row.LastEntry);
    }

    private static Incident? One(SqliteConnection connection, string sql, object? parameters) =>
        connection.QuerySingleOrDefault<string>(sql, parameters) is { } json ? Read(json) : null;

    private static List<Incident> Many(SqliteConnection connection, string sql, object? parameters = null) =>
        [.. connection.Query<string>(sql, parameters).Select(Read)];

    private static Incident Read(string json) => JsonSerializer.Deserialize(json, StorageJson.Default.Incident)!;
}
