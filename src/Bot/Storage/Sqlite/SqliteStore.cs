using Dapper;
using Microsoft.Data.Sqlite;
using Sitrep.Storage.Retention;

namespace Sitrep.Storage.Sqlite;

/// <summary>A SQLite file: opens connections to it. WAL, so that reading never waits for writing.</summary>
internal sealed class SqliteStore : IStore
{
    private static readonly (string Part, string Ending)[] _parts = [("database", ""), ("wal", "-wal")];
    private readonly string _connectionString;

    /// <summary>A database by its connection string; nothing is opened or made yet.</summary>
    public SqliteStore(string connectionString)
    {
        SqliteLibrary.Use();
        InstantHandler.Register();
        var parts = new SqliteConnectionStringBuilder(connectionString);
        _connectionString = parts.ToString();
        Path = parts.DataSource;
    }

    /// <summary>The file, as it was named.</summary>
    public string Path { get; }

    public string Engine => SqliteLibrary.Use();

    public string Place => System.IO.Path.GetFullPath(Path);

    /// <summary>Makes the folder, the file and whatever tables it lacks.</summary>
    public void Prepare()
    {
        if (System.IO.Path.GetDirectoryName(Place) is { } folder) PrivateFile.MakeFolder(folder);
        PrivateFile.Make(Place);
        Guard(() =>
        {
            using var connection = Connect();
            connection.Execute("pragma journal_mode = wal");
            SqliteMigrations.Apply(connection);
            return 0;
        });
    }

    /// <summary>Looks for damage (SQLite's quick check); takes about a second a gigabyte.</summary>
    public void Check()
    {
        if (Damage() is { } damage)
            throw new InvalidDataException($"{Place} is damaged ({damage}). Nothing was changed. Put a backup back with: restore FILE");
    }

    /// <summary>The first damage that SQLite's quick check finds, in its words; null for none.</summary>
    public string? Damage()
    {
        using var connection = Open();
        var verdict = connection.QuerySingle<string>("pragma quick_check(1)");
        return verdict == "ok" ? null : verdict;
    }

    public StoreConnection Open() => new(Guard(Connect), SqliteDialect.Instance, SqliteFaults.Of);

    public StoreTransaction OpenWriter() => new SqliteTransaction(Guard(Connect));

    public IReadOnlyList<(string Part, long Bytes)> Sizes() =>
    [
        .. _parts
            .Select(part => (part.Part, File: new FileInfo(Path + part.Ending)))
            .Where(part => part.File.Exists)
            .Select(part => (part.Part, part.File.Length)),
    ];

    public IReadOnlyList<TableSize> TableSizes()
    {
        using var connection = Open();
        return
        [
            .. connection.Query<(string Name, string Columns)>(
                    """
                    select t.name, group_concat('coalesce(octet_length("' || c.name || '"), 0)', ' + ')
                    from sqlite_schema t join pragma_table_info(t.name) c
                    where t.type = 'table' and t.name not like 'sqlite_%' group by t.name
                    """)
                .Select(table => (table.Name, connection.QuerySingle<(long Rows, long Bytes)>(
                    $"select count(*), coalesce(sum({table.Columns}), 0) from \"{table.Name}\"")))
                .Select(table => new TableSize(table.Name, table.Item2.Rows, table.Item2.Bytes)),
        ];
    }

    public long? FreeBytes() => new DriveInfo(Place).AvailableFreeSpace;

    /// <summary>The schema's version that this bot makes.</summary>
    public static int NewestSchema => SqliteMigrations.Newest;

    /// <summary>The schema's version; 0 before the first start.</summary>
    public int Schema()
    {
        using var connection = Open();
        return connection.QuerySingle<int>("pragma user_version");
    }

    /// <summary>Lets pooled connections go, so that the file can be moved or deleted.</summary>
    public static void Release() => SqliteConnection.ClearAllPools();

    /// <summary>
    /// What is wrong with a connection string, with an example; null for nothing. It never quotes the text, which may
    /// hold a password.
    /// </summary>
    /// <param name="connectionString">The text.</param>
    /// <param name="example">One that works.</param>
    public static string? Problem(string connectionString, string example)
    {
        try
        {
            var parts = new SqliteConnectionStringBuilder(connectionString);
            if (parts.Password.Length > 0)
                return "SQLite files are not encrypted here. Remove Password, and give the file to the bot's user alone.";
            return parts.DataSource.Length == 0 ? $"no file is named. Example: {example}" : null;
        }
        catch (ArgumentException)
        {
            return $"it is not understood; SQLite takes Data Source, Mode, Cache, Pooling and Default Timeout. Example: {example}";
        }
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            // Another process may write for a moment: a verb on the command line beside the running bot.
            // FULL: what was acknowledged survives a power cut, not only a crash of the process.
            connection.Execute("pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 2000");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static T Guard<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (SqliteException problem)
        {
            throw SqliteFaults.Of(problem);
        }
    }
}
