using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Sitrep.Http.Metrics;

/// <summary>One metric: an instrument's measurements, added up a series for each set of label values.</summary>
internal sealed class MetricFamily
{
    private readonly ConcurrentDictionary<LabelValues, MetricSeries> _series = new();
    private readonly Func<MetricSeries> _make;
    private string[] _labels = [];

    private MetricFamily(Instrument instrument, MetricKind kind, Func<MetricSeries> make)
    {
        Name = NameOf(instrument, kind);
        Help = instrument.Description ?? "";
        Kind = kind;
        IsObserved = instrument.IsObservable;
        _make = make;
    }

    /// <summary>As Prometheus names it: <c>sitrep_answer_duration_seconds</c>.</summary>
    public string Name { get; }

    /// <summary>A sentence for people.</summary>
    public string Help { get; }

    /// <summary>How its series are written.</summary>
    public MetricKind Kind { get; }

    /// <summary>The label names, in the order of each series' values; empty until something was measured.</summary>
    public IReadOnlyList<string> Labels => Volatile.Read(ref _labels);

    /// <summary>The series, in the order of their label values.</summary>
    public IEnumerable<KeyValuePair<LabelValues, MetricSeries>> Series =>
        _series.OrderBy(series => string.Join('\n', series.Key.Values), StringComparer.Ordinal);

    private bool IsObserved { get; }

    /// <summary>A family for an instrument; its kind follows from the instrument's type.</summary>
    public static MetricFamily Of(Instrument instrument) =>
        instrument switch
        {
            Histogram<double> durations => new(instrument, MetricKind.Histogram, () =>
                new HistogramSeries(durations.Advice?.HistogramBucketBoundaries ?? [])),
            Histogram<int> sizes => new(instrument, MetricKind.Histogram, () =>
                new HistogramSeries([.. (sizes.Advice?.HistogramBucketBoundaries ?? []).Select(bound => (double)bound)])),
            Counter<long> or ObservableCounter<long> or ObservableCounter<double> => new(instrument, MetricKind.Counter, () =>
                new NumberSeries()),
            _ => new(instrument, MetricKind.Gauge, () => new NumberSeries()),
        };

    /// <summary>Takes a measurement. Without locks: it is called while commands are answered.</summary>
    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = LabelValues.Of(tags);
        if (!_series.TryGetValue(key, out var series))
        {
            // An instrument's measurements all carry the same labels, in the same order.
            if (_labels.Length != tags.Length) Volatile.Write(ref _labels, [.. tags.ToArray().Select(tag => tag.Key)]);
            series = _series.GetOrAdd(key, static (_, make) => make(), _make);
        }

        series.Record(value, IsObserved);
    }

    /// <summary>Forgets what was observed before: a state that nothing is in any more has no line.</summary>
    public void Forget()
    {
        if (IsObserved) _series.Clear();
    }

    // Base units and suffixes as in prometheus.io/docs/practices/naming.
    private static string NameOf(Instrument instrument, MetricKind kind)
    {
        var name = instrument.Name.Replace('.', '_');
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        return $"{name}{unit}{(kind == MetricKind.Counter ? "_total" : "")}";
    }
}

/// <summary>How a metric's series are written.</summary>
internal enum MetricKind
{
    /// <summary>Only grows.</summary>
    Counter,

    /// <summary>Goes up and down.</summary>
    Gauge,

    /// <summary>Counted into buckets.</summary>
    Histogram,
}

/// <summary>The values of at most three labels: a key that costs no allocation.</summary>
internal readonly record struct LabelValues(string? First, string? Second, string? Third)
{
    /// <summary>The values that are there.</summary>
    public IEnumerable<string> Values => new[] { First, Second, Third }.OfType<string>();

    /// <summary>A measurement's values.</summary>
    public static LabelValues Of(ReadOnlySpan<KeyValuePair<string, object?>> tags) => new(
        tags.Length > 0 ? Text(tags[0]) : null,
        tags.Length > 1 ? Text(tags[1]) : null,
        tags.Length > 2 ? Text(tags[2]) : null);

    private static string Text(KeyValuePair<string, object?> tag) =>
        tag.Value as string ?? Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "";
}
