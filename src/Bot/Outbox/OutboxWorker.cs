using System.Text.Json;
using Sitrep.Storage;
using Sitrep.Storage.Outbox;

namespace Sitrep.Outbox;

/// <summary>Keeps the outbox moving: on a wake-up at once, otherwise once a second for what became due.</summary>
internal sealed class OutboxWorker(OutboxSender delivery, OutboxSignal signal, ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan _tick = TimeSpan.FromSeconds(1);

    // Under load every commit wakes the worker; looking more often than this finds nothing that a person would notice.
    private static readonly TimeSpan _breath = TimeSpan.FromMilliseconds(10);

    // A stop lets what is under way end, well within the ten seconds that a host gives.
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var sending = new CancellationTokenSource();
        delivery.Done = signal.Wake;
        var takenOver = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!takenOver) await TakeOverAsync();
                takenOver = true;
                if (await delivery.BeginAsync(sending.Token) == 0) await Task.Delay(_breath, stoppingToken);
                await signal.WaitAsync(_tick, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception problem) when (problem is NotSavedException or StoreException or JsonException or FormatException)
            {
                // Commands come first, and a full disk is the health page's to report; the outbox tries again with the next tick.
                log.LogWarning("The outbox waits: {Problem}", problem.Message);
                await Task.Delay(_tick, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        sending.CancelAfter(_grace);
        await delivery.UnderWay;
    }

    private async Task TakeOverAsync()
    {
        var taken = await delivery.TakeOverAsync();
        if (taken > 0) log.LogInformation("Took over {Count} outbox rows that were being sent when the bot stopped", taken);
    }
}
