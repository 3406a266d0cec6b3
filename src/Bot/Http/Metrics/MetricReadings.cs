using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Sitrep.Http.Metrics;

/// <summary>Listens to the bot's instruments, and to no other bot's in the same process.</summary>
internal sealed class MetricReadings : IDisposable
{
    private readonly ConcurrentDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();
    private readonly Lock _reading = new();

    /// <summary>Starts to listen.</summary>
    public MetricReadings(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            // The framework's own meters share the factory; theirs are many, and not what one watches a bot by.
            if (!ReferenceEquals(instrument.Meter.Scope, meters) || instrument.Meter.Name != Telemetry.Name) return;
            var family = MetricFamily.Of(instrument);
            listener.EnableMeasurementEvents(instrument, _families.GetOrAdd(family.Name, family));
        };
        _listener.SetMeasurementEventCallback<long>(static (_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<int>(static (_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, family) => ((MetricFamily)family!).Record(value, tags));
        _listener.Start();
    }

    /// <summary>Observes what is only looked at when somebody asks, then writes everything.</summary>
    /// <returns>The text format, version 0.0.4.</returns>
    public string Write()
    {
        // One reader at a time: what is observed is forgotten first. Whoever counts does not come here.
        lock (_reading)
        {
            foreach (var family in _families.Values) family.Forget();
            try
            {
                _listener.RecordObservableInstruments();
            }
            catch (AggregateException)
            {
                // An instrument that cannot be observed now (its disk is gone) has no line; the others do.
            }

            return PrometheusText.Write(_families.Values.OrderBy(family => family.Name, StringComparer.Ordinal));
        }
    }

    public void Dispose() => _listener.Dispose();
}
