namespace Sitrep.Storage;

/// <summary>How many commits there were, and how many commands they held. Read while the writer counts.</summary>
public sealed class CommitCounts
{
    private long _commits;
    private long _commands;

    /// <summary>Commits, each one fsync.</summary>
    public long Commits => Interlocked.Read(ref _commits);

    /// <summary>Pieces of work in them.</summary>
    public long Commands => Interlocked.Read(ref _commands);

    internal void Add(int commands)
    {
        Interlocked.Increment(ref _commits);
        Interlocked.Add(ref _commands, commands);
    }
}
