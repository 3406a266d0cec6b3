using System.Diagnostics;
using Sitrep.Chat;
using Sitrep.Chat.Effects;

namespace Sitrep.Storage.Outbox;

/// <summary>The outbox table: what is to be done in the world, in order within a lane.</summary>
internal static class OutboxRows
{
    /// <summary>Adds an effect. An update that already waits for the same message or topic gives way to the newer one.</summary>
    public static void Add(StoreTransaction transaction, Effect effect, DateTimeOffset at)
    {
        var key = KeyOf(effect);
        // The second look at the state is for the index, which holds what waits.
        if (effect is UpdateMessage or SetTopic)
            transaction.Run(
                $"delete from outbox where lane = $3 and key = $1 and kind = $2 and state = 'pending' and state in {OutboxLanes.Waiting}",
                key,
                effect.GetType().Name,
                OutboxLanes.Of(effect));
        transaction.Run(
            """
            insert into outbox (lane, platform, incident, key, kind, effect, decided_at, due_at, trace) values ($1, $2, $3, $4, $5, $6, $7, $7, $8)
            """,
            OutboxLanes.Of(effect),
            effect.To.Platform,
            effect.To.Incident?.Number,
            key,
            effect.GetType().Name,
            transaction.Json(effect, StorageJson.Default.Effect),
            Instants.ToText(at),
            Activity.Current?.Id);
    }

    /// <summary>Whether an effect of a kind was ever added that holds some words to the letter; they must need no escape in JSON.</summary>
    public static bool IsKnown(StoreTransaction transaction, string kind, string words) => transaction.Number(
        "select count(*) from (select 1 from outbox where kind = $1 and replace(effect, $2, '') <> effect limit 1) as known",
        kind,
        words) == 1;

    /// <summary>Marks rows as being sent, together as one message where there are several.</summary>
    /// <returns>False where one of them is gone: a newer update took its place.</returns>
    public static bool Start(StoreTransaction transaction, IReadOnlyList<long> ids)
    {
        var started = 0;
        foreach (var id in ids)
            started += transaction.Run(
                "update outbox set state = 'sending', attempts = attempts + 1, sent_with = $2 where id = $1 and state in ('pending', 'ambiguous')",
                id,
                ids.Count > 1 ? ids[0] : null);
        return started == ids.Count;
    }

    /// <summary>Marks rows as done. What the platform made is an occurrence for the walk.</summary>
    public static void Finish(StoreTransaction transaction, OutboxRow row, string? externalId)
    {
        foreach (var id in row.Ids)
            transaction.Run("update outbox set state = 'done', external_id = $2, problem = null where id = $1", id, externalId);
    }

    /// <summary>Puts rows back for a later try, each by itself: certainly nothing was done.</summary>
    public static void Retry(StoreTransaction transaction, OutboxRow row, DateTimeOffset due, string problem)
    {
        foreach (var id in row.Ids)
            transaction.Run(
                "update outbox set state = 'pending', sent_with = null, due_at = $2, problem = $3 where id = $1",
                id,
                Instants.ToText(due),
                problem);
    }

    /// <summary>
    /// Takes a row out of its lane: asking again cannot help. Of several that went as one, each is tried by itself
    /// first.
    /// </summary>
    public static void Park(StoreTransaction transaction, OutboxRow row, DateTimeOffset now, string problem)
    {
        if (row.Ids.Count > 1) Retry(transaction, row, now, problem);
        else Park(transaction, row.Delivery.Id, problem);
    }

    /// <summary>Takes a row out of its lane, whatever it says.</summary>
    public static void Park(StoreTransaction transaction, long id, string problem) =>
        transaction.Run("update outbox set state = 'dead', problem = $2 where id = $1", id, problem);

    /// <summary>Puts rows back that may have been done: the platform is asked before they are tried again.</summary>
    public static void Doubt(StoreTransaction transaction, OutboxRow row, DateTimeOffset due, string problem)
    {
        foreach (var id in row.Ids)
            transaction.Run(
                "update outbox set state = 'ambiguous', due_at = $2, problem = $3 where id = $1",
                id,
                Instants.ToText(due),
                problem);
    }

    /// <summary>Takes over what a process that died was sending: nobody knows whether it arrived.</summary>
    public static int TakeOver(StoreTransaction transaction) =>
        transaction.Run("update outbox set state = 'ambiguous', problem = 'the bot stopped while sending' where state = 'sending'");

    /// <summary>The clock was set back: what waits for a moment that now lies far ahead waits a minute at most.</summary>
    public static int Hasten(StoreTransaction transaction, DateTimeOffset latest) => transaction.Run(
        "update outbox set due_at = $1 where state in ('pending', 'ambiguous') and due_at > $1", Instants.ToText(latest));

    /// <summary>How many rows are in each state that is not done, by platform. Each half has an index: done rows are not read.</summary>
    public static IReadOnlyList<OutboxDepth> Depths(IReads reads) =>
    [
        .. reads.Query<(string Platform, string State, long Count, string Oldest)>(
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
        SetTopic topic => topic.Key,
        _ => null,
    };
}

/// <summary>Due rows: one, or several of one lane that leave as one message.</summary>
/// <param name="Delivery">What to send; its id is the first row's.</param>
/// <param name="Ids">The rows.</param>
/// <param name="Attempts">How often it was tried before.</param>
/// <param name="Ambiguous">Whether an earlier try may have done it.</param>
internal sealed record OutboxRow(OutboxItem Delivery, IReadOnlyList<long> Ids, int Attempts, bool Ambiguous)
{
    /// <summary>The traces of the commands it came from (W3C traceparent); empty where nobody traced.</summary>
    public IReadOnlyList<string> Traces { get; init; } = [];

    /// <summary>What the last try came to; null before the first.</summary>
    public string? Problem { get; init; }
}

/// <summary>How much waits.</summary>
/// <param name="Platform">Where to.</param>
/// <param name="State"><c>pending</c>, <c>sending</c>, <c>ambiguous</c>, <c>held</c> or <c>dead</c>.</param>
/// <param name="Count">Rows.</param>
/// <param name="Oldest">When the oldest of them was decided, UTC.</param>
internal sealed record OutboxDepth(string Platform, string State, long Count, DateTimeOffset Oldest);
