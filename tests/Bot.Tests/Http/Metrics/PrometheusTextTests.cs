using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Sitrep.Http.Metrics;

namespace Sitrep.Tests.Http.Metrics;

public sealed class PrometheusTextTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MetricReadings _readings;
    private readonly Meter _meter;

    public PrometheusTextTests()
    {
        var meters = _services.GetRequiredService<IMeterFactory>();
        _readings = new(meters);
        _meter = meters.Create(Telemetry.Name);
    }

    public void Dispose()
    {
        _readings.Dispose();
        _services.Dispose();
    }

    [Fact]
    public void Quotes_backslashes_and_line_breaks_come_through_labels_and_help()
    {
        const string Hostile = "a \"quoted\" \\ back\\n\nline } 1 # TYPE x";
        _meter.CreateCounter<long>("test.hostile", null, Hostile).Add(2, new("one", Hostile), new("two", "é 🔥"));
        var read = Read();
        Assert.Equal(2, read.Value("test_hostile_total", ("one", Hostile), ("two", "é 🔥")));
        Assert.Equal(Hostile.Replace("\\", "\\\\").Replace("\n", "\\n"), read.Helps["test_hostile_total"]);
    }

    [Fact]
    public void A_value_on_a_bound_counts_below_it()
    {
        var histogram = _meter.CreateHistogram(
            "test.time",
            "s",
            "Some time.",
            null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1] });
        foreach (var value in (double[])[0.05, 0.1, 0.5, 1, 7]) histogram.Record(value);
        var read = Read();
        Assert.Equal([2, 4, 5], read.Matching("test_time_seconds_bucket").Select(bucket => bucket.Value));
        Assert.Equal(8.65, read.Value("test_time_seconds_sum"), 9);
    }

    [Fact]
    public void Many_threads_lose_no_count()
    {
        var counter = _meter.CreateCounter<long>("test.many", null, "Counted by many.");
        var histogram = _meter.CreateHistogram(
            "test.sizes",
            null,
            "Sizes.",
            null,
            new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2] });
        Parallel.For(0, 100_000, i =>
        {
            counter.Add(1, new KeyValuePair<string, object?>("third", i % 3 == 0 ? "yes" : "no"));
            histogram.Record(i % 3);
        });
        var read = Read();
        Assert.Equal((100_000, 33_334), (read.Value("test_many_total"), read.Value("test_many_total", ("third", "yes"))));
        Assert.Equal((100_000, 99_999), (read.Value("test_sizes_count"), read.Value("test_sizes_sum")));
    }

    [Fact]
    public void A_state_that_nothing_is_in_any_more_has_no_line()
    {
        string[] states = ["pending", "dead"];
        _meter.CreateObservableGauge(
            "test.rows",
            () => states.Select(state => new Measurement<int>(1, new KeyValuePair<string, object?>("state", state))),
            null,
            "Rows.");
        Assert.Equal(2, Read().Matching("test_rows").Count());
        states = ["dead"];
        Assert.Equal("dead", Assert.Single(Read().Matching("test_rows")).Labels["state"]);
    }

    [Fact]
    public void What_cannot_be_observed_hides_nothing_else()
    {
        _meter.CreateObservableGauge<int>("test.broken", new Func<int>(() => throw new IOException("the disk is gone")), null, "Broken.");
        _meter.CreateObservableGauge("test.sound", () => 3, null, "Sound.");
        Assert.Equal(3, Read().Value("test_sound"));
    }

    [Fact]
    public void Another_bot_in_the_process_is_not_counted()
    {
        using var others = new ServiceCollection().AddMetrics().BuildServiceProvider();
        others.GetRequiredService<IMeterFactory>().Create(Telemetry.Name).CreateCounter<long>("test.other", null, "Another's.").Add(1);
        Assert.DoesNotContain("test_other_total", Read().Types.Keys);
    }

    private Exposition Read() => Exposition.Parse(_readings.Write());
}
