using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Sitrep.Storage;

/// <summary>
/// The write queue's open transaction, lent to one piece of work at a time. Write with <see cref="Run"/>, which keeps
/// each statement prepared; read with <see cref="Reads"/>, or prepared where every command reads it.
/// </summary>
/// <remarks>Every method that runs SQL throws <see cref="StoreException"/> where the database refuses or fails.</remarks>
internal abstract class StoreTransaction : IDisposable
{
    // Columns are read by this program alone, so nothing but what JSON demands is escaped.
    private static readonly JsonWriterOptions _plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };
    private readonly ArrayBufferWriter<byte> _json = new(4096);
    private readonly Utf8JsonWriter _writer = new(Stream.Null, _plain);

    /// <summary>Reads within the transaction.</summary>
    public abstract IReads Reads { get; }

    /// <summary>The incidents that were read last.</summary>
    public IncidentCache Incidents { get; } = new();

    /// <summary>
    /// Runs a statement whose parameters are named <c>$1</c>, <c>$2</c> … in the order given: text, numbers, flags,
    /// JSON.
    /// </summary>
    /// <returns>How many rows it changed.</returns>
    public abstract int Run(string sql, params ReadOnlySpan<object?> values);

    /// <summary>The first column of the first row; null where there is none. For reads on the path of every command.</summary>
    public abstract string? Text(string sql, params ReadOnlySpan<object?> values);

    /// <summary>The same for a number.</summary>
    /// <returns>0 where there is none.</returns>
    public abstract long Number(string sql, params ReadOnlySpan<object?> values);

    /// <summary>A record as a JSON column. It lives in memory of this transaction's own: bind it before asking for the next.</summary>
    /// <returns>UTF-8 that <see cref="Run"/> takes as a value.</returns>
    public object Json<T>(T record, JsonTypeInfo<T> type)
    {
        _json.ResetWrittenCount();
        _writer.Reset(_json);
        JsonSerializer.Serialize(_writer, record, type);
        _writer.Flush();
        return _json;
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Begins: from here on nobody else writes.</summary>
    internal abstract void Begin();

    /// <summary>Commits; when it returns, a power cut takes nothing back.</summary>
    internal abstract void Commit();

    /// <summary>Takes everything back, where the engine has not done so by itself.</summary>
    internal abstract void RollBack();

    /// <summary>Marks a point within the transaction.</summary>
    internal abstract void Save();

    /// <summary>Takes back what was done since the point.</summary>
    internal abstract void RollBackToSave();

    /// <summary>Forgets the point and keeps what was done since.</summary>
    internal abstract void ReleaseSave();

    /// <summary>Closes it.</summary>
    protected virtual void Dispose(bool disposing) => _writer.Dispose();
}
