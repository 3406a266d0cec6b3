using System.Text.Json;
using Sitrep.Commands;
using Sitrep.Incidents;
using Sitrep.Occurrences;
using Sitrep.Storage;
using Sitrep.Storage.Outbox;
using Sitrep.Storage.Timers;

namespace Sitrep.Outbox;

/// <summary>Fires timers that are due, each once: a timer is taken away in the transaction that writes what follows from it.</summary>
internal sealed class TimerWorker(
    WriteQueue writes,
    OutboxSignal outbox,
    TimeProvider clock,
    BotSettings settings,
    ILogger<TimerWorker> log,
    TimerLateness? lateness = null) : BackgroundService
{
    private static readonly TimeSpan _tick = TimeSpan.FromSeconds(1);

    /// <summary>Fires what is due now.</summary>
    /// <returns>How many fired.</returns>
    public async Task<int> FireDueAsync()
    {
        var now = clock.GetUtcNow();
        var fired = await writes.RunAsync(transaction =>
        {
            var due = TimerRows.Due(transaction.Reads, now);
            foreach (var timer in due) Take(transaction, timer, now);
            return due;
        });
        foreach (var timer in fired) lateness?.Fired(now - timer.DueAt);
        if (fired.Count > 0) outbox.Wake();
        return fired.Count;
    }

    // A damaged incident has no timer that could do anything, and must not keep the others' from firing.
    private void Take(StoreTransaction transaction, DueTimer timer, DateTimeOffset now)
    {
        try
        {
            Walk.Take(transaction, new TimerDue(timer), now, settings);
        }
        catch (JsonException problem)
        {
            log.LogError(
                "The timer {Timer} did nothing: {Incident} cannot be read ({Problem})",
                timer.Key,
                timer.Incident,
                problem.Message);
            Walk.Take(transaction, new TimerOfDamagedIncident(timer), now, settings);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(_tick, clock);
        try
        {
            while (await ticks.WaitForNextTickAsync(stoppingToken)) await TryFireAsync();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping; what is due fires after the next start.
        }
    }

    private async Task TryFireAsync()
    {
        try
        {
            await FireDueAsync();
        }
        catch (Exception problem) when (problem is NotSavedException or StoreException or JsonException or FormatException)
        {
            // Nothing was fired; the next tick tries again.
            log.LogWarning("Timers wait: {Problem}", problem.Message);
        }
    }
}
