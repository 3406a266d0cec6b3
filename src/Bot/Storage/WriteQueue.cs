using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Dapper;

namespace Sitrep.Storage;

/// <summary>
/// The only writer. One thread takes whatever waits, runs it within one transaction and one fsync, and answers only
/// after the commit. Each piece of work has a savepoint of its own: one that fails takes no other with it.
/// </summary>
public sealed class WriteQueue : IAsyncDisposable
{
    private const int MostPerCommit = 512;
    private const int MostWaiting = 8192;
    private readonly Channel<QueuedWork> _waiting = Channel.CreateBounded<QueuedWork>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly Thread _writer;
    private readonly Database _database;

    /// <summary>Starts the writer on a prepared database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="meters">Where it is measured; null for nowhere.</param>
    public WriteQueue(Database database, IMeterFactory? meters = null)
    {
        _database = database;
        Commits = new(meters);
        meters?.Create(Telemetry.Name).CreateObservableGauge("sitrep.write_queue.length", () => Waiting, null, $"Commands that wait to be written; above {MostWaiting} they are answered \"busy\".");
        _writer = new(Write) { IsBackground = true, Name = "database writer" };
        _writer.Start();
    }

    /// <summary>What the last commits held, for the metrics.</summary>
    public CommitCounts Commits { get; }

    /// <summary>How many pieces of work wait.</summary>
    public int Waiting => _waiting.Reader.Count;

    /// <summary>Runs the work within the next transaction; the task ends after its commit.</summary>
    /// <exception cref="QueueFullException">More waits than can be written in reasonable time; nothing was done.</exception>
    public Task<T> RunAsync<T>(Func<StorageTransaction, T> work) => Enqueue(work, hasPatience: false).Task;

    /// <summary>The same, for somebody who waits: after <paramref name="patience"/> the work is taken back.</summary>
    /// <exception cref="QueueFullException">More waits than can be written in reasonable time; nothing was done.</exception>
    /// <exception cref="WriteTooSlowException">The disk did not answer in time.</exception>
    public async Task<T> RunAsync<T>(Func<StorageTransaction, T> work, TimeSpan patience)
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

    private QueuedWork<T> Enqueue<T>(Func<StorageTransaction, T> work, bool hasPatience)
    {
        var queued = new QueuedWork<T>(work) { HasPatience = hasPatience };
        return _waiting.Writer.TryWrite(queued) ? queued : throw new QueueFullException();
    }

    private void Write()
    {
        using var transaction = new StorageTransaction(_database.Open());
        var batch = new List<QueuedWork>(MostPerCommit);
        // The one place outside tests that blocks: this thread has nothing else to do.
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MostPerCommit && _waiting.Reader.TryRead(out var work)) batch.Add(work);
            Commit(transaction, batch);
            batch.Clear();
        }
    }

    private void Commit(StorageTransaction transaction, List<QueuedWork> batch)
    {
        try
        {
            // Somebody may give up while the batch runs. Then it is run again without them: they were told "not saved".
            while (!TryCommit(transaction, batch)) { }
        }
        catch (Exception problem)
        {
            // The whole transaction is gone (disk full, file unwritable): nobody in it may hear "saved".
            foreach (var work in batch) work.Fail(problem);
            RollBack(transaction);
        }

        foreach (var work in batch) work.Answer();
    }

    private bool TryCommit(StorageTransaction transaction, List<QueuedWork> batch)
    {
        batch.RemoveAll(work => work.IsGivenUp);
        if (batch.Count == 0) return true;
        transaction.Run("begin immediate");
        foreach (var work in batch)
        {
            transaction.Run("savepoint work");
            if (!work.Try(transaction)) transaction.Run("rollback to work");
            transaction.Run("release work");
        }

        var answersSomebody = batch.Exists(work => work.HasPatience);
        if (answersSomebody) CrashPoint.Reach("before-commit");
        if (!batch.TrueForAll(work => work.TryCommit()))
        {
            transaction.Run("rollback");
            return false;
        }

        var since = Stopwatch.GetTimestamp();
        transaction.Run("commit");
        Commits.Add(batch.Count, Stopwatch.GetElapsedTime(since));
        if (answersSomebody) CrashPoint.Reach("after-commit");
        return true;
    }

    private static void RollBack(StorageTransaction transaction)
    {
        try
        {
            transaction.Connection.Execute("rollback");
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // SQLite had rolled back by itself.
        }
    }
}
