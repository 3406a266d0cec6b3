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
    private readonly Channel<Work> _waiting = Channel.CreateBounded<Work>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly Thread _writer;
    private readonly Database _database;

    /// <summary>Starts the writer on a prepared database.</summary>
    public WriteQueue(Database database)
    {
        _database = database;
        _writer = new(Write) { IsBackground = true, Name = "database writer" };
        _writer.Start();
    }

    /// <summary>Runs the work within the next transaction; the task ends after its commit.</summary>
    /// <exception cref="QueueFullException">More waits than can be written in reasonable time; nothing was done.</exception>
    public Task<T> RunAsync<T>(Func<StorageTransaction, T> work)
    {
        var waiting = new Work<T>(work);
        if (_waiting.Writer.TryWrite(waiting)) return waiting.Task;
        throw new QueueFullException();
    }

    /// <summary>Writes what waits, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await Task.Run(_writer.Join);
    }

    private void Write()
    {
        using var transaction = new StorageTransaction(_database.Open());
        var batch = new List<Work>(MostPerCommit);
        // The one place outside tests that blocks: this thread has nothing else to do.
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MostPerCommit && _waiting.Reader.TryRead(out var work)) batch.Add(work);
            Commit(transaction, batch);
            batch.Clear();
        }
    }

    private static void Commit(StorageTransaction transaction, List<Work> batch)
    {
        try
        {
            transaction.Run("begin immediate");
            foreach (var work in batch)
            {
                transaction.Run("savepoint work");
                if (!work.Try(transaction)) transaction.Run("rollback to work");
                transaction.Run("release work");
            }

            transaction.Run("commit");
        }
        catch (Exception problem)
        {
            // The whole transaction is gone (disk full, file unwritable): nobody in it may hear "saved".
            foreach (var work in batch) work.Fail(problem);
            try { transaction.Connection.Execute("rollback"); }
            catch (Microsoft.Data.Sqlite.SqliteException) { /* SQLite had rolled back by itself. */ }
        }

        foreach (var work in batch) work.Answer();
    }

    private abstract class Work
    {
        public abstract bool Try(StorageTransaction transaction);

        public abstract void Fail(Exception problem);

        public abstract void Answer();
    }

    private sealed class Work<T>(Func<StorageTransaction, T> work) : Work
    {
        // Continuations run elsewhere: the writer must not carry other people's work.
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;
        private Exception? _problem;

        public Task<T> Task => _done.Task;

        public override bool Try(StorageTransaction transaction)
        {
            try
            {
                _result = work(transaction);
                return true;
            }
            catch (Exception problem)
            {
                _problem = problem;
                return false;
            }
        }

        public override void Fail(Exception problem) => _problem ??= problem;

        public override void Answer()
        {
            if (_problem is null) _done.TrySetResult(_result!);
            else _done.TrySetException(_problem);
        }
    }
}

/// <summary>More writes wait than can be done in reasonable time.</summary>
public sealed class QueueFullException() : Exception("Too many commands wait to be written");
