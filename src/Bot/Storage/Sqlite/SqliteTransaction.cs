using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sitrep.Storage.Sqlite;

/// <summary>The writing connection to a SQLite file.</summary>
internal sealed class SqliteTransaction(SqliteConnection connection) : StoreTransaction
{
    private readonly StoreConnection _reads = new(connection, SqliteDialect.Instance, SqliteFaults.Of);
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    public override IReads Reads => _reads;

    public override int Run(string sql, params ReadOnlySpan<object?> values)
    {
        Prepared(sql).Run(values);
        return raw.sqlite3_changes(connection.Handle!);
    }

    public override string? Text(string sql, params ReadOnlySpan<object?> values) =>
        Prepared(sql).First(values, static statement => raw.sqlite3_column_text(statement, 0).utf8_to_string());

    public override long Number(string sql, params ReadOnlySpan<object?> values) =>
        Prepared(sql).First(values, static statement => raw.sqlite3_column_int64(statement, 0));

    internal override void Begin() => Run("begin immediate");

    internal override void Commit() => Run("commit");

    internal override void RollBack()
    {
        // SQLite rolls back by itself where the disk is full.
        if (raw.sqlite3_get_autocommit(connection.Handle!) == 0) Run("rollback");
    }

    internal override void Save() => Run("savepoint work");

    internal override void RollBackToSave() => Run("rollback to work");

    internal override void ReleaseSave() => Run("release work");

    protected override void Dispose(bool disposing)
    {
        // The connection goes back to a pool: what nobody committed must not stay open in it.
        RollBack();
        foreach (var statement in _statements.Values) statement.Dispose();
        base.Dispose(disposing);
        _reads.Dispose();
    }

    private Statement Prepared(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement)) _statements.Add(sql, statement = new(connection, sql));
        return statement;
    }
}
