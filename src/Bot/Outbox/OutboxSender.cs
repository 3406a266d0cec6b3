using System.Collections.Concurrent;
using System.Text.Json;
using Sitrep.Chat;
using Sitrep.Commands;
using Sitrep.Storage;
using Sitrep.Storage.Outbox;

namespace Sitrep.Outbox;

/// <summary>Carries effects to their platforms: the head of each lane, lane beside lane, order kept within a lane.</summary>
internal sealed class OutboxSender(
    IStore store,
    WriteQueue writes,
    IEnumerable<IEffectTarget> platforms,
    TimeProvider clock,
    BotSettings settings,
    ILogger<OutboxSender> log,
    OutboxInstrumentation? watch = null)
{
    private const int MostAtOnce = 64;

    private static readonly TimeSpan _untilRecordedAgain = TimeSpan.FromSeconds(1);

    // Less is a clock being disciplined; more is one being set.
    private static readonly TimeSpan _setBack = TimeSpan.FromSeconds(5);
    private readonly Dictionary<string, IEffectTarget> _platforms = platforms.ToDictionary(
        platform => platform.Name,
        StringComparer.Ordinal);
    private readonly OutboxInstrumentation _watch = watch ?? new();
    private readonly ConcurrentDictionary<long, Task> _underWay = new();
    private DateTimeOffset _lastLook;

    /// <summary>Called when a row has been dealt with: the next of its lane may be due.</summary>
    public Action Done { get; set; } = () => { };

    /// <summary>The rows that are being sent now.</summary>
    public Task UnderWay => Task.WhenAll(_underWay.Values);

    /// <summary>Begins to send whatever is due. No lane waits for another.</summary>
    /// <returns>How many rows, or bundles of rows, were begun.</returns>
    public async Task<int> BeginAsync(CancellationToken cancellation)
    {
        var room = MostAtOnce - _underWay.Count;
        if (room <= 0) return 0;
        var now = clock.GetUtcNow();
        if (now + _setBack < _lastLook) await writes.RunAsync(transaction => OutboxRows.Hasten(transaction, now + RetrySchedule.Longest));
        _lastLook = now;
        IReadOnlyList<OutboxRow> due;
        var unreadable = new List<(long Id, string Problem)>();
        using (var connection = store.Open()) due = OutboxLanes.Due(connection, now, _platforms.Keys, room, unreadable);
        if (due.Count + unreadable.Count == 0) return 0;
        var begun = await writes.RunAsync(transaction =>
        {
            foreach (var (id, problem) in unreadable) TakeOut(transaction, id, problem);
            return due.Where(row => OutboxRows.Start(transaction, row.Ids)).ToList();
        });
        foreach (var row in begun)
        {
            var sending = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _underWay[row.Delivery.Id] = sending.Task;
            _ = SendAsync(row, sending, cancellation);
        }

        return begun.Count + unreadable.Count;
    }

    /// <summary>Sends until nothing is due.</summary>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        while (true)
        {
            // Asked first: what ends in between may have made the next of its lane due.
            var busy = !_underWay.IsEmpty;
            if (await BeginAsync(cancellation) == 0 && !busy) return;
            await Task.WhenAny(_underWay.Values.Append(Task.CompletedTask).Take(Math.Max(1, _underWay.Count)));
        }
    }

    /// <summary>Takes over what a process that died was sending.</summary>
    public Task<int> TakeOverAsync() => writes.RunAsync(OutboxRows.TakeOver);

    private async Task SendAsync(OutboxRow row, TaskCompletionSource sending, CancellationToken cancellation)
    {
        using var seen = _watch.Begin(row);
        try
        {
            var outcome = await new DeliveryAttempt(row, _platforms[row.Delivery.Effect.To.Platform], clock, settings, log).TryAsync(
                cancellation);
            await RecordAsync(outcome.Write, cancellation);
            seen.End(outcome.Result);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Stopping: the row stays as one that is being sent, and the next start asks the platform first.
        }
        catch (Exception problem) when (problem is JsonException or FormatException)
        {
            // It was tried, and the incident that should learn of it is damaged: left as it is, it would hold up its lane for good.
            await RecordAsync(
                transaction =>
                {
                    foreach (var id in row.Ids) TakeOut(transaction, id, problem.Message);
                },
                cancellation);
        }
        finally
        {
            _underWay.TryRemove(row.Delivery.Id, out _);
            sending.SetResult();
            Done();
        }
    }

    private void TakeOut(StoreTransaction transaction, long row, string problem)
    {
        log.LogError("Outbox row {Row} is taken out: {Problem}", row, problem);
        OutboxRows.Park(transaction, row, problem);
    }

    // The result of a row must be written, even if the disk is full for an hour: otherwise the row would be sent again.
    private async Task RecordAsync(Action<StoreTransaction> outcome, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await writes.RunAsync(transaction =>
                {
                    outcome(transaction);
                    return 0;
                });
                return;
            }
            catch (Exception problem) when (problem is NotSavedException or StoreException)
            {
                log.LogWarning("What became of a message could not be written yet: {Problem}", problem.Message);
                await Task.Delay(_untilRecordedAgain, cancellation);
            }
        }
    }
}
