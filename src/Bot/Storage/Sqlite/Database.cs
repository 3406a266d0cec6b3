using Dapper;
using Microsoft.Data.Sqlite;

namespace Sitrep.Storage.Sqlite;

/// <summary>The SQLite file: opens connections to it. WAL, so that reading never waits for writing.</summary>
public sealed class Database
{
    private readonly string _connectionString;

    /// <summary>A database by its connection string; nothing is opened or made yet.</summary>
    public Database(string connectionString)
    {
        SqliteLibrary.Use();
        InstantHandler.Register();
        var parts = new SqliteConnectionStringBuilder(connectionString);
        _connectionString = parts.ToString();
        Path = parts.DataSource;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Makes the folder, the file and whatever tables it lacks.</summary>
    public void Prepare()
    {
        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) is { } folder) Directory.CreateDirectory(folder);
        using var connection = Open();
        connection.Execute("pragma journal_mode = wal");
        Migrations.Apply(connection);
    }

    /// <summary>Looks for damage (SQLite's quick check); takes about a second a gigabyte.</summary>
    /// <exception cref="InvalidDataException">There is some; the message says what to do.</exception>
    public void Check()
    {
        using var connection = Open();
        var verdict = connection.QueryFirst<string>("pragma quick_check(1)");
        if (verdict != "ok")
            throw new InvalidDataException($"{System.IO.Path.GetFullPath(Path)} is damaged ({verdict}). Nothing was changed. Put a backup back with: restore FILE");
    }

    /// <summary>A connection, to be disposed; connections are pooled.</summary>
    public SqliteConnection Open()
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
}
