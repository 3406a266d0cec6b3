using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sitrep.Storage.Sqlite;

/// <summary>
/// The write queue's open transaction, lent to one piece of work at a time. Write with <see cref="Run"/>, which keeps
/// each statement prepared; read with Dapper over <see cref="Connection"/>, or prepared where every command reads it.
/// </summary>
public sealed class StorageTransaction(SqliteConnection connection) : IDisposable
{
    // Columns are read by this program alone, so nothing but what JSON demands is escaped.
    private static readonly JsonWriterOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);
    private readonly ArrayBufferWriter<byte> _json = new(4096);
    private readonly Utf8JsonWriter _writer = new(Stream.Null, _plain);

    /// <summary>The connection, within the transaction.</summary>
    public SqliteConnection Connection => connection;

    /// <summary>The incidents that were read last.</summary>
    public IncidentCache Incidents { get; } = new();

    /// <summary>Runs a statement whose parameters are named <c>$1</c>, <c>$2</c> … in the order given.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run(string sql, params ReadOnlySpan<object?> values)
    {
        Prepared(sql).Run(values);
        return raw.sqlite3_changes(connection.Handle!);
    }

    /// <summary>The first column of the first row; null where there is none. For reads on the path of every command.</summary>
    public string? Text(string sql, params ReadOnlySpan<object?> values) =>
        Prepared(sql).First(values, static statement => raw.sqlite3_column_text(statement, 0).utf8_to_string());

    /// <summary>The same for a number.</summary>
    /// <returns>0 where there is none.</returns>
    public long Number(string sql, params ReadOnlySpan<object?> values) =>
        Prepared(sql).First(values, static statement => raw.sqlite3_column_int64(statement, 0));

    /// <summary>A record as a JSON column. It lives in memory of this transaction's own: bind it before asking for the next.</summary>
    public object Json<T>(T record, JsonTypeInfo<T> type)
    {
        _json.ResetWrittenCount();
        _writer.Reset(_json);
        JsonSerializer.Serialize(_writer, record, type);
        _writer.Flush();
        return _json;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        _writer.Dispose();
        connection.Dispose();
    }

    private Statement Prepared(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement)) _statements.Add(sql, statement = new(connection, sql));
        return statement;
    }
}
