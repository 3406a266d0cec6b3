using System.Text.Json;
using Microsoft.Data.Sqlite;
using Sitrep.Commands;
using Sitrep.Incidents;
using Sitrep.Occurrences;
using Sitrep.Storage;
using Sitrep.Storage.Outbox;
using Sitrep.Storage.Sqlite;
using Sitrep.Storage.Timers;

namespace Sitrep.Outbox;

/// <summary>Fires reminders that are due, each once: it is taken away in the transaction that writes what it says.</summary>
public sealed class TimerWorker(WriteQueue writes, OutboxSignal outbox, TimeProvider clock, BotSettings settings, ILogger<TimerWorker> log, TimerLateness? lateness = null) : BackgroundService
{
    private static readonly TimeSpan _tick = TimeSpan.FromSeconds(1);

    /// <summary>Fires what is due now.</summary>
    /// <returns>How many fired.</returns>
    public async Task<int> FireDueAsync()
    {
        var now = clock.GetUtcNow();
        var fired = await writes.RunAsync(transaction =>
        {
            var due = TimerRows.Due(transaction.Connection, now);
            foreach (var reminder in due) Take(transaction, reminder, now);
            return due;
        });
        foreach (var reminder in fired) lateness?.Fired(now - reminder.DueAt);
        if (fired.Count > 0) outbox.Wake();
        return fired.Count;
    }

    // One that cannot be read has nothing to be reminded of, and must not keep the others from it.
    private void Take(StorageTransaction transaction, IncidentTimer reminder, DateTimeOffset now)
    {
        try
        {
            Walk.Take(transaction, new TimerDue(reminder), now, settings);
        }
        catch (JsonException problem)
        {
            log.LogError("Nobody was reminded of {Reminder}: {Incident} cannot be read ({Problem})", reminder.Key, reminder.Incident, problem.Message);
            Walk.Take(transaction, new TimerUnreadable(reminder), now, settings);
        }
    }

    /// <inheritdoc/>
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
        catch (Exception problem) when (problem is NotSavedException or SqliteException or JsonException or FormatException)
        {
            // Nothing was fired; the next tick tries again.
            log.LogWarning("Reminders wait: {Problem}", problem.Message);
        }
    }
}
