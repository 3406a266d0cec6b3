using Sitrep.Storage;


namespace Sitrep.Tests.Support;

/// <summary>A disk that does not answer: a piece of work that holds the writer until it is let go.</summary>
internal sealed class HeldWriter : IAsyncDisposable
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _letGo = new();
    private readonly Task<int> _work;

    private HeldWriter(WriteQueue writes) => _work = writes.RunAsync(_ =>
    {
        _begun.TrySetResult();
        _letGo.Wait();
        return 0;
    });

    /// <summary>Holds the writer; it does nothing else from here on.</summary>
    public static async Task<HeldWriter> HoldAsync(WriteQueue writes)
    {
        var held = new HeldWriter(writes);
        await held._begun.Task;
        return held;
    }

    /// <summary>The disk answers again.</summary>
    public async Task LetGoAsync()
    {
        _letGo.Set();
        await _work;
    }

    public async ValueTask DisposeAsync()
    {
        await LetGoAsync();
        _letGo.Dispose();
    }
}
