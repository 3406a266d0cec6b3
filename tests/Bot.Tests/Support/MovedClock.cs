using System.Globalization;

namespace Sitrep.Tests.Support;

/// <summary>A clock that goes as fast as every other, from another day on.</summary>
internal sealed class MovedClock(string start) : TimeProvider
{
    private readonly long _since = System.GetTimestamp();
    private long _ahead = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture).Ticks;

    public override DateTimeOffset GetUtcNow() =>
        new DateTimeOffset(Volatile.Read(ref _ahead), TimeSpan.Zero) + System.GetElapsedTime(_since);

    /// <summary>Jumps ahead.</summary>
    public void Move(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
