using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Threading.Channels;

namespace Sitrep.Storage;

/// <summary>
/// The only writer. One thread takes whatever waits, runs it within one transaction and one fsync, and answers only
/// after the commit. A piece of work that fails takes no other with it: the rest is run again, each within a savepoint.
/// </summary>
internal sealed class WriteQueue : IAsyncDisposable
{
    private const int MostWaiting = 8192;
    private readonly Channel<QueuedWork> _waiting = Channel.CreateBounded<QueuedWork>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly Thread _writer;
    private readonly IStore _store;
    private readonly int _mostPerCommit;

    /// <summary>Starts the writer on a prepared database.</summary>
    /// <param name="store">The database.</param>
    /// <param name="mostPerCommit">How much one commit may hold.</param>
    /// <param name="meters">Where it is measured; null for nowhere.</param>
    public WriteQueue(IStore store, int mostPerCommit = 512, IMeterFactory? meters = null)
    {
        _store = store;
        _mostPerCommit = mostPerCommit;
        Commits = new(meters);
        meters
            ?.Create(Telemetry.Name)
            .CreateObservableGauge(
                "sitrep.write_queue.length",
                () => Waiting,
                null,
                $"Commands that wait to be written; above {MostWaiting} they are answered \"busy\".");
        _writer = new(Write) { IsBackground = true, Name = "database writer" };
        _writer.Start();
    }

    /// <summary>The sizes of the last commits, for the metrics.</summary>
    public CommitCounts Commits { get; }

    /// <summary>How many pieces of work wait.</summary>
    public int Waiting => _waiting.Reader.Count;

    /// <summary>Runs the work within the next transaction; the task ends after its commit.</summary>
    /// <exception cref="QueueFullException">More waits than can be written in reasonable time; nothing was done.</exception>
    public Task<T> RunAsync<T>(Func<StoreTransaction, T> work) => Enqueue(work, hasPatience: false).Task;

    /// <summary>The same, for somebody who waits: after <paramref name="patience"/> the work is taken back.</summary>
    /// <exception cref="QueueFullException">More waits than can be written in reasonable time; nothing was done.</exception>
    /// <exception cref="WriteTooSlowException">The disk did not answer in time.</exception>
    public async Task<T> RunAsync<T>(Func<StoreTransaction, T> work, TimeSpan patience)
    {
        var queued = Enqueue(work, hasPatience: true);
        try
        {
            return await queued.Task.WaitAsync(patience);
        }
        catch (TimeoutException)
        {
            throw new WriteTooSlowException(queued.TryGiveUp());
        }
    }

    /// <summary>Writes what waits, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await Task.Run(_writer.Join);
    }

    private QueuedWork<T> Enqueue<T>(Func<StoreTransaction, T> work, bool hasPatience)
    {
        var queued = new QueuedWork<T>(work) { AnswersACaller = hasPatience };
        return _waiting.Writer.TryWrite(queued) ? queued : throw new QueueFullException();
    }

    private void Write()
    {
        using var transaction = _store.OpenWriter();
        var batch = new List<QueuedWork>(_mostPerCommit);
        // The one place outside tests that blocks: this thread has nothing else to do.
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < _mostPerCommit && _waiting.Reader.TryRead(out var work)) batch.Add(work);
            Commit(transaction, batch);
            batch.Clear();
        }
    }

    private void Commit(StoreTransaction transaction, List<QueuedWork> batch)
    {
        try
        {
            // Run again where somebody gave up meanwhile (they were told "not saved"), or where one of them failed.
            var alone = false;
            while (TryCommit(transaction, batch, alone) is { } again) alone = again == Again.EachAlone;
        }
        catch (Exception problem)
        {
            // The whole transaction is gone (disk full, file unwritable): nobody in it may hear "saved".
            // If the engine rolled back by itself, the reason is with the work that met it.
            var reason = batch.Find(work => work.Problem is StoreException)?.Problem ?? problem;
            foreach (var work in batch) work.Fail(reason);
            RollBack(transaction);
        }

        foreach (var work in batch) work.Answer();
    }

    // Savepoints cost a tenth of the time, and failures are rare: only a batch with one is run with them.
    private Again? TryCommit(StoreTransaction transaction, List<QueuedWork> batch, bool eachAlone)
    {
        batch.RemoveAll(work => work.IsGivenUp);
        if (batch.Count == 0) return null;
        transaction.Begin();
        foreach (var work in batch)
        {
            if (eachAlone) transaction.Save();
            var failed = !work.Try(transaction);
            if (failed && !eachAlone)
            {
                RollBack(transaction);
                return Again.EachAlone;
            }

            if (failed) transaction.RollBackToSave();
            if (eachAlone) transaction.ReleaseSave();
        }

        var answersSomebody = batch.Exists(work => work.AnswersACaller);
        if (answersSomebody) CrashPoint.Reach("before-commit");
        if (!batch.TrueForAll(work => work.TryCommit()))
        {
            transaction.RollBack();
            return eachAlone ? Again.EachAlone : Again.Together;
        }

        var since = Stopwatch.GetTimestamp();
        transaction.Commit();
        Commits.Add(batch.Count, Stopwatch.GetElapsedTime(since));
        if (answersSomebody) CrashPoint.Reach("after-commit");
        return null;
    }

    private static void RollBack(StoreTransaction transaction)
    {
        try
        {
            transaction.RollBack();
        }
        catch (StoreException)
        {
            // A transaction that cannot be rolled back is not committed either.
        }
    }

    private enum Again
    {
        Together,
        EachAlone,
    }
}
