namespace Sitrep.LocalDiscord.State;

/// <summary>A clock that can be pushed forward while the server runs, so that fifteen minutes need not be waited for.</summary>
public sealed class ShiftedClock(TimeProvider inner) : TimeProvider
{
    private long _ticks;

    /// <summary>Pushes the clock.</summary>
    public void Push(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow().AddTicks(Interlocked.Read(ref _ticks));
}
