using Sitrep.Storage;

namespace Sitrep.Outbox;

/// <summary>Keeps the outbox moving: on a wake-up at once, otherwise once a second for what became due.</summary>
public sealed class OutboxWorker(OutboxDelivery delivery, OutboxSignal signal, ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan _tick = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var taken = await delivery.TakeOverAsync();
        if (taken > 0) log.LogInformation("Took over {Count} outbox rows that were being sent when the bot stopped", taken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await delivery.DrainAsync(stoppingToken);
                await signal.WaitAsync(_tick, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (QueueFullException)
            {
                // Commands come first; the outbox tries again with the next tick.
                await signal.WaitAsync(_tick, stoppingToken);
            }
        }
    }
}
