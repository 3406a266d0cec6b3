using Sitrep.Hosting;
using Sitrep.Storage.Sqlite;

namespace Sitrep.CommandLine;

/// <summary>The database that the configuration names, for verbs that need no server.</summary>
internal static class ConfiguredDatabase
{
    /// <summary>Opens the database, which must exist.</summary>
    /// <exception cref="NotFoundException">It does not.</exception>
    public static SqliteStore Existing(string[] arguments)
    {
        var database = new SqliteStore(BotOptions.Read(BotHost.Configuration(arguments)).ConnectionString);
        if (!File.Exists(database.Path))
            throw new NotFoundException(
                $"There is no database {database.Place}. Start the bot once, or name it with --Database:ConnectionString.");
        database.Prepare();
        return database;
    }
}
