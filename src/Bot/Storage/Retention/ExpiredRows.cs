namespace Sitrep.Storage.Retention;

/// <summary>
/// Deletes what is older than it has to be kept, a slice of rows at a time: a command that waits behind a slice waits
/// some milliseconds.
/// </summary>
internal static class ExpiredRows
{
    /// <summary>How many rows a slice looks at.</summary>
    public const int Slice = 200;

    /// <summary>Deletes deliveries that were received before a moment, with the answers they got.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="after">Where the slice before this one ended; the empty text at first.</param>
    /// <param name="before">The moment.</param>
    public static ExpiredSlice Deliveries(StoreTransaction transaction, string after, DateTimeOffset before)
    {
        var last = transaction.Text($"select key from deliveries where key > $1 order by key limit 1 offset {Slice - 1}", after);
        var deleted = last is null
            ? transaction.Run("delete from deliveries where key > $1 and received_at < $2", after, Instants.ToText(before))
            : transaction.Run(
                "delete from deliveries where key > $1 and key <= $2 and received_at < $3",
                after,
                last,
                Instants.ToText(before));
        return new(last, deleted);
    }

    /// <summary>Deletes effects that were done, or dropped by a person, and were decided before a moment.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="after">Where the slice before this one ended; 0 at first.</param>
    /// <param name="before">The moment.</param>
    public static ExpiredSlice Outbox(StoreTransaction transaction, long after, DateTimeOffset before)
    {
        var last = transaction.Number($"select id from outbox where id > $1 order by id limit 1 offset {Slice - 1}", after);
        var deleted = transaction.Run(
            "delete from outbox where id > $1 and id <= $2 and state in ('done', 'dropped') and decided_at < $3",
            after,
            last == 0 ? long.MaxValue : last,
            Instants.ToText(before));
        return new(last == 0 ? null : last.ToString(System.Globalization.CultureInfo.InvariantCulture), deleted);
    }
}

/// <summary>The result of a slice.</summary>
/// <param name="Last">Where the next one goes on; null where this was the last.</param>
/// <param name="Deleted">How many rows it deleted.</param>
internal readonly record struct ExpiredSlice(string? Last, int Deleted);
