using System.Globalization;
using System.Text;

namespace Sitrep.Http.Metrics;

/// <summary>Prometheus' text format (prometheus.io/docs/instrumenting/exposition_formats).</summary>
internal static class PrometheusText
{
    /// <summary>The format's media type.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Writes metrics, each with its help and type.</summary>
    public static string Write(IEnumerable<MetricFamily> families)
    {
        var text = new StringBuilder();
        foreach (var family in families)
        {
            text.Append("# HELP ").Append(family.Name).Append(' ').Append(Escaped(family.Help, quotes: false)).Append('\n');
            text.Append("# TYPE ").Append(family.Name).Append(' ').Append(Word(family.Kind)).Append('\n');
            foreach (var (values, series) in family.Series)
            {
                var labels = string.Join(
                    ',',
                    family.Labels.Zip(values.Values, (name, value) => $"{name}=\"{Escaped(value, quotes: true)}\""));
                if (series is HistogramSeries histogram) AppendHistogram(text, family.Name, labels, histogram);
                else Append(text, family.Name, labels, ((NumberSeries)series).Value);
            }
        }

        return text.ToString();
    }

    private static void AppendHistogram(StringBuilder text, string name, string labels, HistogramSeries histogram)
    {
        var sum = histogram.Sum;
        var counts = histogram.Cumulative();
        var before = labels.Length == 0 ? "" : labels + ",";
        for (var i = 0; i < counts.Count; i++)
        {
            var bound = i < histogram.Bounds.Count ? histogram.Bounds[i] : double.PositiveInfinity;
            Append(text, name + "_bucket", $"{before}le=\"{Number(bound)}\"", counts[i]);
        }

        Append(text, name + "_sum", labels, sum);
        Append(text, name + "_count", labels, counts[^1]);
    }

    private static void Append(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0) text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string Escaped(string text, bool quotes)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return quotes ? escaped.Replace("\"", "\\\"", StringComparison.Ordinal) : escaped;
    }

    private static string Word(MetricKind kind) => kind switch
    {
        MetricKind.Counter => "counter",
        MetricKind.Histogram => "histogram",
        _ => "gauge",
    };
}
