using System.Diagnostics.Metrics;

namespace Sitrep.Storage.Retention;

/// <summary>How big each table is. Measuring reads whole tables, so it is done once an hour and remembered.</summary>
internal sealed class TableSizes
{
    private readonly IStore _store;
    private IReadOnlyList<TableSize>? _measured;

    /// <summary>Nothing is measured yet.</summary>
    public TableSizes(IStore store, IMeterFactory meters)
    {
        _store = store;
        var meter = meters.Create(Telemetry.Name);
        meter.CreateObservableGauge(
            "sitrep.database.table_rows",
            () => Last().Select(table => new Measurement<long>(table.Rows, Tag(table))),
            null,
            "Rows of each table, as counted within the last hour.");
        meter.CreateObservableGauge(
            "sitrep.database.table_size",
            () => Last().Select(table => new Measurement<long>(table.Bytes, Tag(table))),
            "By",
            "What the columns of each table hold, without indexes, as measured within the last hour.");
    }

    /// <summary>Measures the tables.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public IReadOnlyList<TableSize> Measure() => _measured = _store.TableSizes();

    // Before the first hour is over, whoever asks first has it measured.
    private IReadOnlyList<TableSize> Last()
    {
        try
        {
            return _measured ?? Measure();
        }
        catch (StoreException)
        {
            return [];
        }
    }

    private static KeyValuePair<string, object?> Tag(TableSize table) => new("table", table.Table);
}

/// <summary>How big a table is.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Bytes">What their columns hold, without indexes.</param>
internal sealed record TableSize(string Table, long Rows, long Bytes);
