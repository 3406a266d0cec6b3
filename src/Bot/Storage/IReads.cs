namespace Sitrep.Storage;

/// <summary>
/// Reads of a database, outside a transaction or within one. Parameters are named: <c>@number</c> takes a member of the
/// object.
/// </summary>
/// <remarks>Every method throws <see cref="StoreException"/> where the database refuses or fails.</remarks>
internal interface IReads
{
    /// <summary>How the engine spells what engines spell differently.</summary>
    IDialect Dialect { get; }

    /// <summary>All rows.</summary>
    IReadOnlyList<T> Query<T>(string sql, object? parameters = null);

    /// <summary>The only row.</summary>
    T QuerySingle<T>(string sql, object? parameters = null);

    /// <summary>The only row; the default where there is none.</summary>
    T? QuerySingleOrDefault<T>(string sql, object? parameters = null);
}
