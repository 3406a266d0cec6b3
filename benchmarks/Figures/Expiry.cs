using System.Diagnostics;
using System.Globalization;
using Sitrep.Storage;
using Sitrep.Storage.Retention;
using Sitrep.Storage.Sqlite;

namespace Sitrep.Benchmarks.Figures;

/// <summary>How long a command may have to wait behind a slice of rows that are deleted because they are old.</summary>
internal static class Expiry
{
    private const int Rows = 200_000;
    private const double MostMilliseconds = 20;

    /// <summary>Measures.</summary>
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Workplace work)
    {
        var database = new SqliteStore($"Data Source={work.NewDatabase()}");
        database.Prepare();
        await using var writes = new WriteQueue(database);
        var old = DateTimeOffset.Parse("2026-01-01T00:00:00Z", CultureInfo.InvariantCulture);
        await writes.RunAsync(transaction =>
        {
            var (at, answer) = (Instants.ToText(old), new string('x', 700));
            for (var row = 0; row < Rows; row++)
            {
                transaction.Run(
                    "insert into deliveries (key, received_at, reply) values ($1, $2, $3)",
                    $"slack/command/{row * 7919L % Rows}",
                    at,
                    answer);
                transaction.Run(
                    """
                    insert into outbox (lane, platform, kind, effect, decided_at, due_at, state) values ('slack/1', 'slack', 'PostMessage', $2, $1, $1, 'done')
                    """,
                    at,
                    answer);
            }

            return 0;
        });
        var slices = new List<double>();
        for (var after = ""; after is not null;)
            after = await SliceAsync(transaction => ExpiredRows.Deliveries(transaction, after, old.AddDays(1)));
        for (long after = 0; ;)
        {
            var last = await SliceAsync(transaction => ExpiredRows.Outbox(transaction, after, old.AddDays(1)));
            if (last is null) break;
            after = long.Parse(last, CultureInfo.InvariantCulture);
        }

        var (slowest, usual) = (slices.Max(), Figure.Median(slices));
        return
        [
            new(
                "slowest slice of 400,000 expired rows ÷ 20 ms",
                slowest / MostMilliseconds,
                1,
                AtLeast: false,
                string.Create(CultureInfo.InvariantCulture, $"{slowest:0.0} ms; the median of {slices.Count:N0} slices is {usual:0.0} ms")),
        ];

        // The fsync is not counted: the commands of the same commit pay for it in any case.
        Task<string?> SliceAsync(Func<StoreTransaction, ExpiredSlice> delete) => writes.RunAsync(transaction =>
        {
            var start = Stopwatch.GetTimestamp();
            var slice = delete(transaction);
            slices.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            return slice.Last;
        });
    }
}
