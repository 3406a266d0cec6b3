namespace Sitrep.Storage;

/// <summary>
/// A piece of work on its way through the write queue. Whoever asked may give up while it waits or runs; from the moment
/// its commit begins, it is too late to take it back.
/// </summary>
internal abstract class QueuedWork
{
    private const int Waiting = 0;
    private const int Committing = 1;
    private const int GivenUp = 2;
    private int _state = Waiting;

    /// <summary>Whether somebody waits for the answer, and not for ever.</summary>
    public bool AnswersACaller { get; init; }

    /// <summary>Whether whoever asked has gone: the work must not be done.</summary>
    public bool IsGivenUp => Volatile.Read(ref _state) == GivenUp;

    /// <summary>Takes the request back.</summary>
    /// <returns>True where it is certain that nothing was and will be written.</returns>
    public bool TryGiveUp() => Interlocked.CompareExchange(ref _state, GivenUp, Waiting) == Waiting;

    /// <summary>Passes the point of no return.</summary>
    /// <returns>False where whoever asked has gone.</returns>
    public bool TryCommit() => Interlocked.CompareExchange(ref _state, Committing, Waiting) is Waiting or Committing;

    /// <summary>The problem; null for none.</summary>
    public Exception? Problem { get; protected set; }

    /// <summary>Does the work within the transaction.</summary>
    /// <returns>False where it failed and its savepoint must be rolled back.</returns>
    public abstract bool Try(StoreTransaction transaction);

    /// <summary>The transaction failed.</summary>
    public abstract void Fail(Exception problem);

    /// <summary>Tells whoever asked; only after the commit.</summary>
    public abstract void Answer();
}

/// <summary>Work with a result.</summary>
internal sealed class QueuedWork<T>(Func<StoreTransaction, T> work) : QueuedWork
{
    // Continuations run elsewhere: the writer must not carry other people's work.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    /// <summary>Ends with the commit, or with what went wrong.</summary>
    public Task<T> Task => _done.Task;

    public override bool Try(StoreTransaction transaction)
    {
        try
        {
            _result = work(transaction);
            Problem = null;
            return true;
        }
        catch (Exception problem)
        {
            Problem = problem;
            return false;
        }
    }

    public override void Fail(Exception problem) => Problem ??= problem;

    public override void Answer()
    {
        if (Problem is null) _done.TrySetResult(_result!);
        else _done.TrySetException(Problem);
    }
}
