using System.Globalization;

namespace Sitrep.Storage.Retention;

/// <summary>Deletes expired rows once an hour, and then measures the tables.</summary>
internal sealed class RetentionWorker(
    WriteQueue writes,
    TableSizes sizes,
    RetentionPeriods periods,
    TimeProvider clock,
    ILogger<RetentionWorker> log) : BackgroundService
{
    private static readonly TimeSpan _first = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _tick = TimeSpan.FromHours(1);

    /// <summary>Deletes what is expired now.</summary>
    /// <returns>How many rows it deleted.</returns>
    /// <exception cref="NotSavedException">The writer has no room; what was deleted before stays deleted.</exception>
    /// <exception cref="StoreException">The database refused or failed; what was deleted before stays deleted.</exception>
    public async Task<int> DeleteExpiredAsync(CancellationToken stoppingToken = default)
    {
        var now = clock.GetUtcNow();
        var deleted = 0;
        if (periods.Deliveries is { } deliveries)
            deleted += await EachSliceAsync(
                "",
                (transaction, after) => ExpiredRows.Deliveries(transaction, after, now - deliveries),
                stoppingToken);
        if (periods.Outbox is { } outbox)
            deleted += await EachSliceAsync(
                "0",
                (transaction, after) => ExpiredRows.Outbox(transaction, long.Parse(after, CultureInfo.InvariantCulture), now - outbox),
                stoppingToken);
        return deleted;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // The start is for those who wait for an answer.
            await Task.Delay(_first, clock, stoppingToken);
            using var ticks = new PeriodicTimer(_tick, clock);
            do await TryAsync(stoppingToken);
            while (await ticks.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping; the next start goes on.
        }
    }

    // A slice is a piece of work of its own: whoever types meanwhile is written between two of them.
    private async Task<int> EachSliceAsync(
        string start,
        Func<StoreTransaction, string, ExpiredSlice> delete,
        CancellationToken stoppingToken)
    {
        var deleted = 0;
        for (var after = start; after is not null;)
        {
            stoppingToken.ThrowIfCancellationRequested();
            var from = after;
            var slice = await writes.RunAsync(transaction => delete(transaction, from));
            deleted += slice.Deleted;
            after = slice.Last;
        }

        return deleted;
    }

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            var deleted = await DeleteExpiredAsync(stoppingToken);
            if (deleted > 0) log.LogInformation("{Deleted} rows were older than Retention keeps them, and are deleted", deleted);
            sizes.Measure();
        }
        catch (Exception problem) when (problem is NotSavedException or StoreException)
        {
            log.LogWarning("Expired rows wait for the next hour: {Problem}", problem.Message);
        }
    }
}
