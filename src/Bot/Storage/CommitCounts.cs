using System.Diagnostics.Metrics;

namespace Sitrep.Storage;

/// <summary>How many commits there were, how many commands they held, and how long the disk took. Read while the writer counts.</summary>
internal sealed class CommitCounts
{
    private readonly Histogram<int>? _sizes;
    private readonly Histogram<double>? _seconds;
    private long _commits;
    private long _commands;

    /// <summary>Nothing was committed yet.</summary>
    /// <param name="meters">Where it is measured; null for nowhere.</param>
    public CommitCounts(IMeterFactory? meters = null)
    {
        var meter = meters?.Create(Telemetry.Name);
        _sizes = meter?.CreateHistogram(
            "sitrep.commit.batch_size",
            null,
            "Commands that shared one commit and one fsync.",
            null,
            new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512] });
        _seconds = meter?.CreateHistogram(
            "sitrep.commit.duration",
            "s",
            "How long a commit took until the disk had it.",
            null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
            });
    }

    /// <summary>Commits, each one fsync.</summary>
    public long Commits => Interlocked.Read(ref _commits);

    /// <summary>Pieces of work in them.</summary>
    public long Commands => Interlocked.Read(ref _commands);

    internal void Add(int commands, TimeSpan took)
    {
        Interlocked.Increment(ref _commits);
        Interlocked.Add(ref _commands, commands);
        _sizes?.Record(commands);
        _seconds?.Record(took.TotalSeconds);
    }
}
