namespace Sitrep.Storage.Outbox;

/// <summary>Wakes the outbox worker when there is something to send. A wake-up that nobody waits for is kept, once.</summary>
internal sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0);

    /// <summary>There is something to send.</summary>
    public void Wake()
    {
        if (_signal.CurrentCount == 0) _signal.Release();
    }

    /// <summary>Waits for a wake-up, at most as long as given.</summary>
    public Task<bool> WaitAsync(TimeSpan most, CancellationToken cancellation) => _signal.WaitAsync(most, cancellation);

    public void Dispose() => _signal.Dispose();
}
