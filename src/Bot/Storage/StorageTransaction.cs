using Microsoft.Data.Sqlite;

namespace Sitrep.Storage;

/// <summary>
/// The write queue's open transaction, lent to one piece of work at a time. Write with <see cref="Run"/>, which keeps
/// each statement prepared; read with Dapper over <see cref="Connection"/>, or prepared where every command reads it.
/// </summary>
public sealed class StorageTransaction(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _statements = new(StringComparer.Ordinal);

    /// <summary>The connection, within the transaction.</summary>
    public SqliteConnection Connection => connection;

    /// <summary>The incidents that were read last.</summary>
    public IncidentMemory Incidents { get; } = new();

    /// <summary>Runs a statement whose parameters are named <c>$1</c>, <c>$2</c> … in the order given.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values).ExecuteNonQuery();

    /// <summary>The first column of the first row; null where there is none. For reads on the path of every command.</summary>
    public string? Text(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values).ExecuteScalar() as string;

    /// <summary>The same for a number that is always there.</summary>
    public long Number(string sql, params ReadOnlySpan<object?> values) => (long)Prepared(sql, values).ExecuteScalar()!;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Prepared(string sql, ReadOnlySpan<object?> values)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = connection.CreateCommand();
            statement.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
                statement.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" });
            _statements.Add(sql, statement);
        }

        for (var i = 0; i < values.Length; i++) statement.Parameters[i].Value = values[i] ?? DBNull.Value;
        return statement;
    }
}
