namespace Sitrep.Http.Metrics;

/// <summary>The measurements of one set of label values, added up without locks.</summary>
internal abstract class MetricSeries
{
    /// <summary>Takes a measurement.</summary>
    /// <param name="value">In the metric's base unit.</param>
    /// <param name="isWhole">True where the value is the whole, not an addition to it.</param>
    public abstract void Record(double value, bool isWhole);

    /// <summary>Adds to a number that several threads add to.</summary>
    protected static void Add(ref double total, double value)
    {
        var seen = Volatile.Read(ref total);
        while (true)
        {
            var before = Interlocked.CompareExchange(ref total, seen + value, seen);
            if (before.Equals(seen)) return;
            seen = before;
        }
    }
}

/// <summary>A counter's or a gauge's number.</summary>
internal sealed class NumberSeries : MetricSeries
{
    private double _value;

    /// <summary>The number now.</summary>
    public double Value => Volatile.Read(ref _value);

    public override void Record(double value, bool isWhole)
    {
        if (isWhole) Volatile.Write(ref _value, value);
        else Add(ref _value, value);
    }
}

/// <summary>A histogram's buckets.</summary>
/// <param name="bounds">Each bucket's highest value, growing; what is above the last goes into one more.</param>
internal sealed class HistogramSeries(IReadOnlyList<double> bounds) : MetricSeries
{
    private readonly long[] _counts = new long[bounds.Count + 1];
    private double _sum;

    /// <summary>Each bucket's highest value, without the last one's, which is infinite.</summary>
    public IReadOnlyList<double> Bounds => bounds;

    /// <summary>The sum of all values.</summary>
    public double Sum => Volatile.Read(ref _sum);

    /// <summary>How many values were at most each bound, the last of them all: they grow, as Prometheus wants them.</summary>
    public IReadOnlyList<long> Cumulative()
    {
        var cumulative = new long[_counts.Length];
        long all = 0;
        for (var i = 0; i < cumulative.Length; i++) cumulative[i] = all += Interlocked.Read(ref _counts[i]);
        return cumulative;
    }

    public override void Record(double value, bool isWhole)
    {
        var bucket = 0;
        while (bucket < bounds.Count && value > bounds[bucket]) bucket++;
        Interlocked.Increment(ref _counts[bucket]);
        Add(ref _sum, value);
    }
}
