using System.Text.Json;
using Sitrep.Incidents;

namespace Sitrep.Storage.Timers;

/// <summary>Timers are rows: they survive restarts, and a late one fires once.</summary>
internal static class TimerRows
{
    /// <summary>Sets a timer; an earlier one of the same key is replaced.</summary>
    public static void Set(StoreTransaction transaction, IncidentTimer timer) =>
        transaction.Run(
            "insert into reminders (key, incident, due_at, purpose) values ($1, $2, $3, $4) on conflict (key) do update set due_at = $3, purpose = $4, parked = 0",
            timer.Key,
            timer.Incident.Number,
            Instants.ToText(timer.DueAt),
            transaction.Json(timer.Purpose, StorageJson.Default.TimerPurpose));

    /// <summary>Takes a timer away; true where it was there.</summary>
    public static bool Clear(StoreTransaction transaction, string key) => transaction.Run("delete from reminders where key = $1", key) > 0;

    /// <summary>Keeps a timer and never fires it: a newer version may know what it is for.</summary>
    public static void Park(StoreTransaction transaction, string key) =>
        transaction.Run("update reminders set parked = 1 where key = $1", key);

    /// <summary>Timers that are due, the earliest first.</summary>
    public static IReadOnlyList<DueTimer> Due(IReads reads, DateTimeOffset now) =>
        [
            .. reads
                .Query<(string Key, long Incident, string DueAt, string Purpose)>(
                    "select key, incident, due_at, purpose from reminders where due_at <= @now and parked = 0 order by due_at",
                    new { now = Instants.ToText(now) })
                .Select(row => new DueTimer(row.Key, new(row.Incident), Instants.Parse(row.DueAt), Read(row.Purpose), row.Purpose)),
        ];

    private static TimerPurpose? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, StorageJson.Default.TimerPurpose);
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException)
        {
            // Of a newer version, or damaged.
            return null;
        }
    }
}
