using System.Diagnostics.Metrics;

namespace Sitrep.Outbox;

/// <summary>How late reminders fire. A second is the tick's; more means that the bot was down or could not write.</summary>
internal sealed class TimerLateness(IMeterFactory meters)
{
    private readonly Histogram<double> _seconds = meters
        .Create(Telemetry.Name)
        .CreateHistogram(
            "sitrep.timer.lateness",
            "s",
            "How long after its time a reminder fired.",
            null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 3600] });

    /// <summary>A reminder fired.</summary>
    public void Fired(TimeSpan late) => _seconds.Record(late.TotalSeconds);
}
