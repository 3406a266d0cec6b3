using System.Diagnostics;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Sitrep.Chat;

namespace Sitrep.Storage;

/// <summary>The outbox table: what is to be done in the world, in order within a lane.</summary>
public static class OutboxRows
{
    /// <summary>Adds an effect. An update that already waits for the same message gives way to the newer one.</summary>
    public static void Add(StorageTransaction transaction, Effect effect, DateTimeOffset at)
    {
        var key = KeyOf(effect);
        if (effect is UpdateMessage)
            transaction.Run("delete from outbox where key = $1 and kind = 'UpdateMessage' and state = 'pending'", key);
        transaction.Run(
            """
            insert into outbox (lane, platform, incident, key, kind, effect, decided_at, due_at, trace) values ($1, $2, $3, $4, $5, $6, $7, $7, $8)
            """,
            $"{effect.To.Platform}/{effect.To.Incident?.ToString() ?? effect.To.Channel}",
            effect.To.Platform,
            effect.To.Incident?.Number,
            key,
            effect.GetType().Name,
            JsonSerializer.Serialize(effect, StorageJson.Default.Effect),
            Instants.ToText(at),
            Activity.Current?.Id);
    }

    /// <summary>The first row of each lane, where it is due.</summary>
    public static IReadOnlyList<OutboxRow> Due(StorageTransaction transaction, DateTimeOffset now, int most = 64)
    {
        var rows = transaction.Connection.Query<(long Id, string Effect, string Decided, long Attempts, string? Channel, string? Message, string? Trace, string State)>(
            """
            select o.id, o.effect, o.decided_at, o.attempts, i.channel_id, m.external_id, o.trace, o.state
            from outbox o
            left join incidents i on i.number = o.incident
            left join posted_messages m on m.key = o.key
            where o.id in (select min(id) from outbox where state in ('pending', 'sending', 'ambiguous') group by lane)
              and o.state <> 'sending' and o.due_at <= @now
            order by o.id limit @most
            """,
            new { now = Instants.ToText(now), most });
        return
        [
            .. rows.Select(row => new OutboxRow(
                new(
                    row.Id,
                    JsonSerializer.Deserialize(row.Effect, StorageJson.Default.Effect)!,
                    row.Channel,
                    row.Message,
                    Instants.Parse(row.Decided)),
                (int)row.Attempts,
                row.State == "ambiguous",
                row.Trace)),
        ];
    }

    /// <summary>Marks a row as being sent.</summary>
    public static void Start(StorageTransaction transaction, long id) =>
        transaction.Run("update outbox set state = 'sending', attempts = attempts + 1 where id = $1", id);

    /// <summary>Marks a row as done and keeps what the platform called the thing it made.</summary>
    public static void Finish(StorageTransaction transaction, Delivery delivery, string? externalId)
    {
        transaction.Run("update outbox set state = 'done', external_id = $2, problem = null where id = $1", delivery.Id, externalId);
        if (externalId is not null && delivery.Effect is PostMessage or UploadDocument && KeyOf(delivery.Effect) is { } key)
            transaction.Run(
                "insert into posted_messages (key, external_id) values ($1, $2) on conflict (key) do update set external_id = $2", key, externalId);
    }

    /// <summary>Puts a row back for a later try.</summary>
    public static int Retry(StorageTransaction transaction, long id, DateTimeOffset due, string problem) =>
        transaction.Run("update outbox set state = 'pending', due_at = $2, problem = $3 where id = $1", id, Instants.ToText(due), problem);

    /// <summary>Takes a row out of its lane: asking again cannot help.</summary>
    public static int Park(StorageTransaction transaction, long id, string problem) =>
        transaction.Run("update outbox set state = 'dead', problem = $2 where id = $1", id, problem);

    /// <summary>Puts a row back that may have been done: the platform is asked before it is tried again.</summary>
    public static int Doubt(StorageTransaction transaction, long id, DateTimeOffset due, string problem) =>
        transaction.Run("update outbox set state = 'ambiguous', due_at = $2, problem = $3 where id = $1", id, Instants.ToText(due), problem);

    /// <summary>Takes over what a process that died was sending: nobody knows whether it arrived.</summary>
    public static int TakeOver(StorageTransaction transaction) =>
        transaction.Run("update outbox set state = 'ambiguous', problem = 'the bot stopped while sending' where state = 'sending'");

    /// <summary>How many rows are in each state that is not done, by platform. Each half has an index: done rows are not read.</summary>
    public static IReadOnlyList<OutboxDepth> Depths(SqliteConnection connection) =>
    [
        .. connection.Query<(string Platform, string State, long Count, string Oldest)>(
                """
                select platform, state, count(*), min(decided_at) from outbox where state in ('pending', 'sending', 'ambiguous') group by platform, state
                union all
                select platform, state, count(*), min(decided_at) from outbox where state in ('held', 'dead') group by platform, state
                """)
            .Select(row => new OutboxDepth(row.Platform, row.State, row.Count, Instants.Parse(row.Oldest))),
    ];

    private static string? KeyOf(Effect effect) => effect switch
    {
        PostMessage post => post.Key,
        UpdateMessage update => update.Key,
        PinMessage pin => pin.Key,
        UploadDocument upload => upload.Key,
        _ => null,
    };
}

/// <summary>A row that is due.</summary>
/// <param name="Delivery">What to send.</param>
/// <param name="Attempts">How often it was tried before.</param>
/// <param name="Ambiguous">Whether an earlier try may have done it.</param>
/// <param name="Trace">The trace of the command it came from (W3C traceparent); null where nobody traced.</param>
public sealed record OutboxRow(Delivery Delivery, int Attempts, bool Ambiguous, string? Trace = null);

/// <summary>How much waits.</summary>
/// <param name="Platform">Where to.</param>
/// <param name="State"><c>pending</c>, <c>sending</c>, <c>ambiguous</c>, <c>held</c> or <c>dead</c>.</param>
/// <param name="Count">Rows.</param>
/// <param name="Oldest">When the oldest of them was decided, UTC.</param>
public sealed record OutboxDepth(string Platform, string State, long Count, DateTimeOffset Oldest);
