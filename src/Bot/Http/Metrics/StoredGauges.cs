using System.Diagnostics.Metrics;
using Sitrep.Chat;
using Sitrep.Storage;
using Sitrep.Storage.Outbox;

namespace Sitrep.Http.Metrics;

/// <summary>
/// What the database and the platforms say when somebody asks. A database that cannot be read says so in a gauge of its
/// own; the rest is then left out, never invented.
/// </summary>
internal sealed class StoredGauges
{
    private readonly IStore _store;
    private readonly TimeProvider _clock;

    /// <summary>Makes the gauges.</summary>
    public StoredGauges(IMeterFactory meters, IStore store, IEnumerable<IEffectTarget> platforms, TimeProvider clock)
    {
        _store = store;
        _clock = clock;
        var known = platforms.ToList();
        var meter = meters.Create(Telemetry.Name);
        meter.CreateObservableGauge(
            "sitrep.outbox.rows",
            () => Depths(depth => depth.Count),
            null,
            "Effects that are not done, by platform and state; held and dead ones wait for a person.");
        meter.CreateObservableGauge(
            "sitrep.outbox.oldest_age",
            () => Depths(depth => Since(depth.Oldest)),
            "s",
            "Age of the oldest effect in that state.");
        meter.CreateObservableGauge(
            "sitrep.timer.overdue",
            () => Read(Overdue).Select(seconds => new Measurement<double>(seconds)),
            "s",
            "How long the reminder that is due first has been due; 0 where none is.");
        meter.CreateObservableGauge(
            "sitrep.database.readable",
            () => Read(reads => reads.QuerySingle<int>("select 1 from (select count(*) from health) as counted")).FirstOrDefault(),
            null,
            "1 where the database answers.");
        meter.CreateObservableGauge("sitrep.database.size", Sizes, "By", "Size of the database file and of its write-ahead log.");
        meter.CreateObservableGauge(
            "sitrep.disk.free",
            () => store.FreeBytes() is { } free ? (Measurement<long>[])[new(free)] : [],
            "By",
            "Free space on the database's disk.");
        meter.CreateObservableGauge(
            "sitrep.platform.up",
            () => known.Select(platform => new Measurement<int>(platform.Problem is null ? 1 : 0, Tag("platform", platform.Name))),
            null,
            "1 where the platform can be reached, as far as is known.");
    }

    private double Overdue(IReads reads) =>
        reads.QuerySingle<string?>("select min(due_at) from reminders where parked = 0") is { } due ? Since(Instants.Parse(due)) : 0;

    private double Since(DateTimeOffset instant) => Math.Max(0, (_clock.GetUtcNow() - instant).TotalSeconds);

    private List<Measurement<double>> Depths(Func<OutboxDepth, double> value) =>
        [
            .. Read(OutboxRows.Depths)
                .SelectMany(
                    depths => depths,
                    (_, depth) => new Measurement<double>(value(depth), Tag("platform", depth.Platform), Tag("state", depth.State))),
        ];

    private IEnumerable<Measurement<long>> Sizes() =>
        _store.Sizes().Select(part => new Measurement<long>(part.Bytes, Tag("file", part.Part)));

    private IEnumerable<T> Read<T>(Func<IReads, T> read)
    {
        try
        {
            using var connection = _store.Open();
            return [read(connection)];
        }
        catch (StoreException)
        {
            return [];
        }
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
