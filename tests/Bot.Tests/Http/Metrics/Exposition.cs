using System.Globalization;

namespace Sitrep.Tests.Http.Metrics;

/// <summary>
/// A scrape, read by the rules of Prometheus' text format 0.0.4, and more strictly than Prometheus does: every metric
/// has its help and type, in that order and once, its samples stand together, and histograms add up.
/// </summary>
internal sealed class Exposition
{
    private readonly List<Sample> _samples = [];

    public Dictionary<string, string> Types { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Helps { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<Sample> Samples => _samples;

    public static Exposition Parse(string text)
    {
        Assert.True(text.Length == 0 || text[^1] == '\n', "The last line must end");
        Assert.DoesNotContain('\r', text);
        var read = new Exposition();
        var current = "";
        foreach (var line in text.Split('\n')[..^1])
        {
            if (line.StartsWith("# HELP ", StringComparison.Ordinal)) current = read.Help(line["# HELP ".Length..]);
            else if (line.StartsWith("# TYPE ", StringComparison.Ordinal)) read.Type(line["# TYPE ".Length..], current);
            else read.Take(new LineReader(line).Sample(), current);
        }

        Assert.Equal(read.Helps.Keys, read.Types.Keys);
        Assert.Equal(read._samples.Count, read._samples.Select(sample => sample.Series).Distinct().Count());
        foreach (var (name, type) in read.Types.Where(type => type.Value == "histogram")) read.AddsUp(name);
        return read;
    }

    /// <summary>The sum of a metric's samples that carry these labels.</summary>
    public double Value(string name, params (string Name, string Value)[] labels) => Matching(name, labels).Sum(sample => sample.Value);

    public IEnumerable<Sample> Matching(string name, params (string Name, string Value)[] labels)
    {
        Assert.Contains(Family(name), Types.Keys);
        return _samples.Where(sample =>
            sample.Name == name && labels.All(label => sample.Labels.GetValueOrDefault(label.Name) == label.Value));
    }

    /// <summary>The metric that a sample's name belongs to.</summary>
    public string Family(string sample)
    {
        foreach (var suffix in (string[])["_bucket", "_sum", "_count"])
            if (sample.EndsWith(suffix, StringComparison.Ordinal) && Types.GetValueOrDefault(sample[..^suffix.Length]) == "histogram")
                return sample[..^suffix.Length];
        return sample;
    }

    private string Help(string line)
    {
        var (name, help) = Halves(line);
        for (var i = 0; i < help.Length; i++)
            if (help[i] == '\\') Assert.True(++i < help.Length && help[i] is '\\' or 'n', $"{name}'s help escapes what needs none");
        Assert.NotEqual("", help);
        Assert.True(Helps.TryAdd(name, help), $"{name} has two HELP lines");
        return name;
    }

    private void Type(string line, string current)
    {
        var (name, type) = Halves(line);
        Assert.Equal(current, name);
        Assert.Contains(type, (string[])["counter", "gauge", "histogram"]);
        Assert.True(Types.TryAdd(name, type), $"{name} has two TYPE lines");
        Assert.Equal(type == "counter", name.EndsWith("_total", StringComparison.Ordinal));
    }

    private void Take(Sample sample, string current)
    {
        Assert.Equal(current, Family(sample.Name));
        Assert.NotEqual(Types[current] == "histogram", sample.Name == current);
        if (Types[current] == "counter") Assert.True(sample.Value >= 0, $"{sample.Series} counts below zero");
        _samples.Add(sample);
    }

    private void AddsUp(string name)
    {
        foreach (var series in _samples.Where(sample => Family(sample.Name) == name).GroupBy(sample => sample.Without("le")))
        {
            var buckets = series.Where(sample => sample.Name == name + "_bucket").ToList();
            var bounds = buckets.Select(bucket => LineReader.Number(bucket.Labels["le"])).ToList();
            Assert.Equal(bounds.Order(), bounds);
            Assert.Equal(double.PositiveInfinity, bounds[^1]);
            Assert.Equal(buckets.Select(bucket => bucket.Value).Order(), buckets.Select(bucket => bucket.Value));
            Assert.Equal(buckets[^1].Value, Assert.Single(series, sample => sample.Name == name + "_count").Value);
            Assert.Single(series, sample => sample.Name == name + "_sum");
        }
    }

    private static (string Name, string Text) Halves(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        Assert.True(space > 0, $"\"{line}\" lacks its second half");
        Assert.Matches("^[a-zA-Z_:][a-zA-Z0-9_:]*$", line[..space]);
        return (line[..space], line[(space + 1)..]);
    }

    /// <summary>One line: <c>name{label="value"} 1</c>.</summary>
    internal sealed record Sample(string Name, IReadOnlyDictionary<string, string> Labels, double Value)
    {
        public string Series => Name + Without("");

        public string Without(string label) =>
            string.Concat(
                Labels
                    .Where(pair => pair.Key != label)
                    .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => $"|{pair.Key}={pair.Value}"));
    }

    /// <summary>Reads a sample's line from its first character to its last.</summary>
    private sealed class LineReader(string line)
    {
        private int _at;

        public Sample Sample()
        {
            var name = Name("[a-zA-Z_:][a-zA-Z0-9_:]*");
            var labels = new Dictionary<string, string>(StringComparer.Ordinal);
            if (Next('{'))
            {
                do
                {
                    var label = Name("[a-zA-Z_][a-zA-Z0-9_]*");
                    Assert.True(Next('=') && Next('"'), $"{line}: {label} has no value");
                    Assert.True(labels.TryAdd(label, Quoted()), $"{line}: {label} stands there twice");
                }
                while (Next(','));
                Assert.True(Next('}'), $"{line}: the labels do not end");
            }

            Assert.True(Next(' '), $"{line}: one space stands before the value");
            return new(name, labels, Number(line[_at..]));
        }

        public static double Number(string text) =>
            text switch
            {
                "+Inf" => double.PositiveInfinity,
                "-Inf" => double.NegativeInfinity,
                "NaN" => double.NaN,
                _ => double.Parse(
                    text,
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                    CultureInfo.InvariantCulture),
            };

        private string Quoted()
        {
            var value = new System.Text.StringBuilder();
            while (!Next('"'))
            {
                Assert.True(_at < line.Length, $"{line}: a label's value does not end");
                var c = line[_at++];
                if (c == '\\')
                {
                    Assert.True(_at < line.Length && line[_at] is '\\' or '"' or 'n', $"{line}: escapes what needs none");
                    c = line[_at++] is 'n' ? '\n' : line[_at - 1];
                }

                value.Append(c);
            }

            return value.ToString();
        }

        private string Name(string pattern)
        {
            var found = new System.Text.RegularExpressions.Regex(@"\G" + pattern).Match(line, _at);
            Assert.True(found.Success, $"{line}: no name at {_at}");
            _at += found.Length;
            return found.Value;
        }

        private bool Next(char c)
        {
            if (_at >= line.Length || line[_at] != c) return false;
            _at++;
            return true;
        }
    }
}
