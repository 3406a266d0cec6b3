namespace Sitrep.Storage;

/// <summary>Something was not written, and whoever asked must hear so.</summary>
internal abstract class NotSavedException(string message) : Exception(message);

/// <summary>More writes wait than can be done in reasonable time; this one was not taken.</summary>
internal sealed class QueueFullException() : NotSavedException("too many commands wait to be written");

/// <summary>The disk did not answer in time.</summary>
/// <param name="certain">True where it is certain that nothing was written; false where the commit had begun.</param>
internal sealed class WriteTooSlowException(bool certain) : NotSavedException("the disk did not answer in time")
{
    /// <summary>True where it is certain that nothing was written.</summary>
    public bool Certain { get; } = certain;
}
