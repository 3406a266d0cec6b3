namespace Sitrep.Storage.Sqlite;

/// <summary>SQLite's spelling.</summary>
internal sealed class SqliteDialect : IDialect
{
    /// <summary>The only one.</summary>
    public static SqliteDialect Instance { get; } = new();

    // The arrow refuses a column that holds no JSON; the row of a damaged incident must not break the others' reads.
    public string JsonText(string column, string member) => $"case when json_valid({column}) then {column} ->> '{member}' end";

    // Dapper writes the list out, a parameter a value.
    public string OneOf(string column, string parameter) => $"{column} in @{parameter}";
}
