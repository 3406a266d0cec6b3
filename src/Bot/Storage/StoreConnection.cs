using System.Data.Common;
using Dapper;

namespace Sitrep.Storage;

/// <summary>
/// An open connection of any engine. Dapper reads over it, and what the engine throws becomes a
/// <see cref="StoreException"/>.
/// </summary>
/// <param name="connection">The engine's connection, open; it is closed with this one.</param>
/// <param name="dialect">How the engine spells what engines spell differently.</param>
/// <param name="fault">Reads what the engine throws.</param>
internal sealed class StoreConnection(DbConnection connection, IDialect dialect, Func<DbException, StoreException> fault)
    : IReads,
        IDisposable
{
    public IDialect Dialect => dialect;

    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null) =>
        Guard(() => connection.Query<T>(sql, parameters).AsList());

    public T QuerySingle<T>(string sql, object? parameters = null) => Guard(() => connection.QuerySingle<T>(sql, parameters));

    public T? QuerySingleOrDefault<T>(string sql, object? parameters = null) =>
        Guard(() => connection.QuerySingleOrDefault<T>(sql, parameters));

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    /// <exception cref="StoreException">The database refused or failed.</exception>
    public int Execute(string sql, object? parameters = null) => Guard(() => connection.Execute(sql, parameters));

    public void Dispose() => connection.Dispose();

    private T Guard<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (DbException problem)
        {
            throw fault(problem);
        }
    }
}
