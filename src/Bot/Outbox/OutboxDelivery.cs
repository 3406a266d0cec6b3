using Microsoft.Data.Sqlite;
using Sitrep.Chat;
using Sitrep.Storage;

namespace Sitrep.Outbox;

/// <summary>Carries effects to their platforms: the first of each lane, lane beside lane, order kept within a lane.</summary>
public sealed class OutboxDelivery(WriteQueue writes, IEnumerable<IChatPlatform> platforms, TimeProvider clock, ILogger<OutboxDelivery> log, DeliveryWatch? watch = null)
{
    // A message that may be missing is worse than one that may come twice, but not within a minute.
    private static readonly TimeSpan _longestDoubt = TimeSpan.FromMinutes(1);
    private readonly DeliveryWatch _watch = watch ?? new();
    private readonly Dictionary<string, IChatPlatform> _platforms = platforms.ToDictionary(platform => platform.Name, StringComparer.Ordinal);

    /// <summary>Sends until nothing is due.</summary>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            var due = await writes.RunAsync(transaction =>
            {
                var rows = OutboxRows.Due(transaction, now);
                foreach (var row in rows) OutboxRows.Start(transaction, row.Delivery.Id);
                return rows;
            });
            if (due.Count == 0) return;
            await Task.WhenAll(due.Select(row => SendAsync(row, cancellation)));
        }
    }

    /// <summary>Takes over what a process that died was sending.</summary>
    public Task<int> TakeOverAsync() => writes.RunAsync(OutboxRows.TakeOver);

    private async Task SendAsync(OutboxRow row, CancellationToken cancellation)
    {
        var delivery = row.Delivery;
        using var seen = _watch.Begin(row);
        try
        {
            if (!_platforms.TryGetValue(delivery.Effect.To.Platform, out var platform))
                throw new PlatformRefusalException($"no platform {delivery.Effect.To.Platform}", permanent: true);
            CrashPoint.Reach("before-effect");
            if (row.Ambiguous && await SettleAsync(row, platform, seen, cancellation)) return;
            var externalId = await platform.DeliverAsync(delivery, cancellation);
            CrashPoint.Reach("after-effect");
            await writes.RunAsync(transaction => Finish(transaction, delivery, externalId));
            seen.End("done");
        }
        catch (PlatformRefusalException refusal) when (refusal.Permanent)
        {
            log.LogError("Outbox row {Row} ({Kind}) was refused for good: {Reason}", delivery.Id, delivery.Effect.GetType().Name, refusal.Message);
            await writes.RunAsync(transaction => OutboxRows.Park(transaction, delivery.Id, refusal.Message));
            seen.End("dead");
        }
        catch (PlatformRefusalException refusal)
        {
            var due = clock.GetUtcNow() + (refusal.RetryAfter ?? RetrySchedule.After(row.Attempts + 1));
            await writes.RunAsync(transaction => OutboxRows.Retry(transaction, delivery.Id, due, refusal.Message));
            seen.End("retry");
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException)
        {
            // The platform is away. It may have done what it could not confirm: nobody gives up, and it is asked first.
            await DoubtAsync(row, problem.Message, seen);
        }
        catch (Exception problem) when (problem is not SqliteException and not NotSavedException)
        {
            await FailAsync(row, problem, seen);
        }
    }

    // What an earlier try may have done is looked for before it is done again.
    private async Task<bool> SettleAsync(OutboxRow row, IChatPlatform platform, WatchedDelivery seen, CancellationToken cancellation)
    {
        var delivery = row.Delivery;
        var search = await platform.FindAsync(delivery, cancellation);
        switch (search.Outcome)
        {
            case SearchOutcome.Found:
                await writes.RunAsync(transaction => Finish(transaction, delivery, search.ExternalId));
                seen.End("found");
                return true;
            case SearchOutcome.Unknown when clock.GetUtcNow() - delivery.At < _longestDoubt:
                await DoubtAsync(row, "the platform cannot say whether it was done", seen);
                return true;
            default:
                return false;
        }
    }

    private async Task DoubtAsync(OutboxRow row, string problem, WatchedDelivery seen)
    {
        var due = clock.GetUtcNow() + RetrySchedule.After(row.Attempts + 1);
        await writes.RunAsync(transaction => OutboxRows.Doubt(transaction, row.Delivery.Id, due, problem));
        seen.End("ambiguous");
    }

    // A row that breaks the adapter itself is taken out after some tries, so that it holds up nothing behind it.
    private async Task FailAsync(OutboxRow row, Exception problem, WatchedDelivery seen)
    {
        var attempts = row.Attempts + 1;
        log.LogWarning(problem, "Outbox row {Row} failed, try {Attempt}", row.Delivery.Id, attempts);
        var due = clock.GetUtcNow() + RetrySchedule.After(attempts);
        await writes.RunAsync(transaction => attempts >= RetrySchedule.MostAttempts
            ? OutboxRows.Park(transaction, row.Delivery.Id, problem.Message)
            : OutboxRows.Doubt(transaction, row.Delivery.Id, due, problem.Message));
        seen.End(attempts >= RetrySchedule.MostAttempts ? "dead" : "ambiguous");
    }

    private static int Finish(StorageTransaction transaction, Delivery delivery, string? externalId)
    {
        OutboxRows.Finish(transaction, delivery, externalId);
        // What an effect learned: the id of the channel that was opened.
        if (delivery.Effect is OpenChannel { To.Incident: { } id } && externalId is not null
            && IncidentQueries.Find(transaction.Connection, id) is { } incident && incident.ChannelId != externalId)
            IncidentWrites.Write(transaction, new Incidents.Amended(incident with { ChannelId = externalId }));
        return 0;
    }
}
