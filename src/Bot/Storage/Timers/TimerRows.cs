using Dapper;
using Microsoft.Data.Sqlite;
using Sitrep.Incidents;
using Sitrep.Storage.Sqlite;

namespace Sitrep.Storage.Timers;

/// <summary>Reminders are rows: they survive restarts, and a late one fires once.</summary>
public static class TimerRows
{
    /// <summary>Sets a reminder; an earlier one of the same key is replaced.</summary>
    public static void Set(StorageTransaction transaction, IncidentTimer reminder) => transaction.Run(
        "insert into reminders (key, incident, due_at, what) values ($1, $2, $3, $4) on conflict (key) do update set due_at = $3, what = $4, parked = 0",
        reminder.Key,
        reminder.Incident.Number,
        Instants.ToText(reminder.DueAt),
        reminder.What);

    /// <summary>Takes a reminder away; true where it was there.</summary>
    public static bool Clear(StorageTransaction transaction, string key) => transaction.Run("delete from reminders where key = $1", key) > 0;

    /// <summary>Keeps a reminder and never fires it: a newer version may know what it is for.</summary>
    public static void Park(StorageTransaction transaction, string key) => transaction.Run("update reminders set parked = 1 where key = $1", key);

    /// <summary>Reminders that are due, the earliest first.</summary>
    public static IReadOnlyList<IncidentTimer> Due(SqliteConnection connection, DateTimeOffset now) =>
    [
        .. connection.Query<(string Key, long Incident, string DueAt, string What)>(
                "select key, incident, due_at, what from reminders where due_at <= @now and parked = 0 order by due_at", new { now = Instants.ToText(now) })
            .Select(row => new IncidentTimer(row.Key, new(row.Incident), Instants.Parse(row.DueAt), row.What)),
    ];
}
