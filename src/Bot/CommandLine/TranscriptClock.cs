namespace Sitrep.CommandLine;

/// <summary>A clock that a transcript drives.</summary>
internal sealed class TranscriptClock : TimeProvider
{
    private DateTimeOffset _now = DateTimeOffset.UnixEpoch;

    /// <summary>Moves to an instant; never back.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        if (instant > _now) _now = instant;
    }

    public override DateTimeOffset GetUtcNow() => _now;
}
