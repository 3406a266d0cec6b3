using Sitrep.Chat;
using Sitrep.Storage;

namespace Sitrep.Outbox;

/// <summary>Carries effects to their platforms: the first of each lane, lane beside lane, order kept within a lane.</summary>
public sealed class OutboxDelivery(WriteQueue writes, IEnumerable<IChatPlatform> platforms, TimeProvider clock, ILogger<OutboxDelivery> log)
{
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
        try
        {
            if (!_platforms.TryGetValue(delivery.Effect.To.Platform, out var platform))
                throw new PlatformRefusalException($"no platform {delivery.Effect.To.Platform}", permanent: true);
            var externalId = await platform.DeliverAsync(delivery, cancellation);
            await writes.RunAsync(transaction => Finish(transaction, delivery, externalId));
        }
        catch (PlatformRefusalException refusal) when (refusal.Permanent)
        {
            log.LogError("Outbox row {Row} ({Kind}) was refused for good: {Reason}", delivery.Id, delivery.Effect.GetType().Name, refusal.Message);
            await writes.RunAsync(transaction => Park(transaction, delivery.Id, refusal.Message));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception problem)
        {
            await PutBackAsync(row, problem);
        }
    }

    private async Task PutBackAsync(OutboxRow row, Exception problem)
    {
        var attempts = row.Attempts + 1;
        log.LogWarning(problem, "Outbox row {Row} failed, try {Attempt}", row.Delivery.Id, attempts);
        var due = clock.GetUtcNow() + RetrySchedule.After(attempts);
        await writes.RunAsync(transaction =>
        {
            if (attempts >= RetrySchedule.MostAttempts) OutboxRows.Park(transaction, row.Delivery.Id, problem.Message);
            else OutboxRows.Retry(transaction, row.Delivery.Id, due, problem.Message);
            return 0;
        });
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

    private static int Park(StorageTransaction transaction, long id, string problem)
    {
        OutboxRows.Park(transaction, id, problem);
        return 0;
    }
}
