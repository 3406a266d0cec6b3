using System.Text.Json;
using Sitrep.Chat.Effects;

namespace Sitrep.Storage.Rows;

/// <summary>Messages that a restored backup had not sent: they may have been sent since, so a person decides.</summary>
internal static class HeldRows
{
    /// <summary>All of it, in the order in which it would be sent.</summary>
    public static IReadOnlyList<HeldRow> All(IReads reads) =>
        [
            .. reads
                .Query<(long Id, string Effect, string DecidedAt)>(
                    "select id, effect, decided_at from outbox where state = 'held' order by id")
                .Select(row => new HeldRow(
                    row.Id,
                    JsonSerializer.Deserialize(row.Effect, StorageJson.Default.Effect)!,
                    Instants.Parse(row.DecidedAt))),
        ];

    /// <summary>Lets rows go. The platform is asked first whether it has them: what was sent meanwhile is not sent twice.</summary>
    /// <param name="connection">The database; the bot may be running on it.</param>
    /// <param name="ids">Which; null for all.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <returns>How many.</returns>
    public static int Release(StoreConnection connection, IReadOnlyList<long>? ids, DateTimeOffset now) =>
        connection.Execute(
            $"update outbox set state = 'ambiguous', attempts = 0, due_at = @now, problem = 'released after a restore' where state = 'held' and {Named(connection, ids)}",
            new { now = Instants.ToText(now), ids });

    /// <summary>Gives rows up: they are never sent, and stay in the record.</summary>
    /// <param name="connection">The database; the bot may be running on it.</param>
    /// <param name="ids">Which; null for all.</param>
    /// <returns>How many.</returns>
    public static int Drop(StoreConnection connection, IReadOnlyList<long>? ids) => connection.Execute(
        $"update outbox set state = 'dropped', problem = 'dropped after a restore' where state = 'held' and {Named(connection, ids)}",
        new { ids });

    private static string Named(StoreConnection connection, IReadOnlyList<long>? ids) =>
        ids is null ? "true" : connection.Dialect.OneOf("id", "ids");
}

/// <summary>Something held.</summary>
/// <param name="Id">The outbox row.</param>
/// <param name="Effect">What it would do.</param>
/// <param name="At">When it was decided, UTC.</param>
internal sealed record HeldRow(long Id, Effect Effect, DateTimeOffset At);
