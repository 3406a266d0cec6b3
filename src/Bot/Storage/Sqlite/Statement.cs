using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sitrep.Storage.Sqlite;

/// <summary>
/// A prepared statement, bound by position. The driver's own commands look each parameter's name up at every execution
/// and make a reader for each; on the path that every command takes, that was half of the time.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    // The place of each value: SQLite counts parameters in the order in which they are first named.
    private readonly int[] _places;

    /// <summary>Prepares it. Its parameters are <c>$1</c>, <c>$2</c> …</summary>
    /// <exception cref="StoreException">SQLite does not understand it.</exception>
    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
        _places = new int[raw.sqlite3_bind_parameter_count(_statement)];
        for (var i = 1; i <= _places.Length; i++)
            _places[
                int.Parse(raw.sqlite3_bind_parameter_name(_statement, i).utf8_to_string().AsSpan(1), CultureInfo.InvariantCulture) - 1
            ] = i;
    }

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="StoreException">It failed; nothing of it was done.</exception>
    public void Run(ReadOnlySpan<object?> values)
    {
        try
        {
            Bind(values);
            while (Check(raw.sqlite3_step(_statement)) == raw.SQLITE_ROW) { }
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    /// <summary>The first column of the first row.</summary>
    /// <param name="values">What is bound.</param>
    /// <param name="read">Reads the column.</param>
    /// <returns>The default where there is no row, or null in it.</returns>
    /// <exception cref="StoreException">It failed.</exception>
    public T? First<T>(ReadOnlySpan<object?> values, Func<sqlite3_stmt, T> read)
    {
        try
        {
            Bind(values);
            return Check(raw.sqlite3_step(_statement)) == raw.SQLITE_ROW && raw.sqlite3_column_type(_statement, 0) != raw.SQLITE_NULL
                ? read(_statement)
                : default;
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    public void Dispose() => _statement.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var place = _places[i];
            Check(values[i] switch
            {
                null => raw.sqlite3_bind_null(_statement, place),
                string text => BindText(place, text),
                long number => raw.sqlite3_bind_int64(_statement, place, number),
                int number => raw.sqlite3_bind_int64(_statement, place, number),
                bool flag => raw.sqlite3_bind_int64(_statement, place, flag ? 1 : 0),
                ArrayBufferWriter<byte> utf8 => raw.sqlite3_bind_text(_statement, place, utf8.WrittenSpan),
                var other => throw new InvalidOperationException($"A value that no column takes: {other.GetType().Name}"),
            });
        }
    }

    private int BindText(int index, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most <= 1024)
        {
            Span<byte> few = stackalloc byte[1024];
            return raw.sqlite3_bind_text(_statement, index, few[..Encoding.UTF8.GetBytes(text, few)]);
        }

        var many = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            return raw.sqlite3_bind_text(_statement, index, many.AsSpan(0, Encoding.UTF8.GetBytes(text, many)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(many);
        }
    }

    private int Check(int result)
    {
        if (result is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE) return result;
        try
        {
            SqliteException.ThrowExceptionForRC(result, _database);
            return result;
        }
        catch (SqliteException problem)
        {
            throw SqliteFaults.Of(problem);
        }
    }
}
