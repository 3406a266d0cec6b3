using System.Diagnostics;
using System.Diagnostics.Metrics;
using Sitrep.Storage.Outbox;

namespace Sitrep.Outbox;

/// <summary>Metrics and traces of deliveries: how many, how they ended, and a span each, linked to its command.</summary>
/// <param name="meters">Where it is measured; null for nowhere.</param>
/// <param name="log">Where it is told; null for nowhere.</param>
internal sealed class OutboxInstrumentation(IMeterFactory? meters = null, ILogger<OutboxInstrumentation>? log = null)
{
    private readonly Counter<long>? _deliveries = meters
        ?.Create(Telemetry.Name)
        .CreateCounter<long>(
            "sitrep.outbox.deliveries",
            null,
            "Tries to deliver by platform and result: done, found (done by an earlier try), retry, ambiguous, dead, failed.");

    /// <summary>A delivery is tried.</summary>
    internal OutboxActivity Begin(OutboxRow row) => new(this, row);

    internal void Ended(OutboxRow row, string result)
    {
        var effect = row.Delivery.Effect;
        _deliveries?.Add(1, new("platform", effect.To.Platform), new("result", result));
        if (log?.IsEnabled(LogLevel.Debug) == true)
            log.LogDebug(
                "Outbox row {Row} ({Kind} on {Platform}), try {Attempt}: {Result}",
                row.Delivery.Id,
                effect.GetType().Name,
                effect.To.Platform,
                row.Attempts + 1,
                result);
    }
}

/// <summary>One try. Disposed without a result, it failed: what became of it is not written.</summary>
internal sealed class OutboxActivity : IDisposable
{
    private readonly OutboxInstrumentation _watch;
    private readonly OutboxRow _row;
    private readonly Activity? _span;
    private string _result = "failed";

    public OutboxActivity(OutboxInstrumentation watch, OutboxRow row)
    {
        _watch = watch;
        _row = row;
        if (!Telemetry.Traces.HasListeners()) return;
        var links = row.Traces.Select(trace =>
            ActivityContext.TryParse(trace, null, isRemote: true, out var command) ? new ActivityLink(command) : default);
        var kind = row.Delivery.Effect.GetType().Name;
        _span = Telemetry.Traces.StartActivity(
            $"deliver {kind}",
            ActivityKind.Producer,
            default(ActivityContext),
            [
                new("sitrep.platform", row.Delivery.Effect.To.Platform),
                new("sitrep.effect", kind),
                new("sitrep.outbox.row", row.Delivery.Id),
                new("sitrep.outbox.attempt", row.Attempts + 1),
            ],
            links);
    }

    /// <summary>Its outcome is written.</summary>
    public void End(string result) => _result = result;

    public void Dispose()
    {
        _watch.Ended(_row, _result);
        if (_span is null) return;
        _span.SetTag("sitrep.result", _result);
        if (_result is not ("done" or "found")) _span.SetStatus(ActivityStatusCode.Error, _result);
        _span.Dispose();
    }
}
