using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Sitrep.Storage.Sqlite;

/// <summary>
/// Numbered SQL files under <c>Migrations</c>. Each runs once, in a transaction together with the note that it
/// ran (<c>user_version</c>), so that a crash in the middle of one leaves the database as it was.
/// </summary>
internal static class SqliteMigrations
{
    private const string Prefix = "Sitrep.Storage.Migrations.";

    /// <summary>The number of the newest file.</summary>
    public static int Newest => All().Max(migration => migration.Number);

    /// <summary>Runs what has not run yet.</summary>
    /// <exception cref="InvalidDataException">The database was made by a newer version of the bot.</exception>
    public static void Apply(SqliteConnection connection)
    {
        // A verb beside a running bot must not take the writer's lock from it for nothing.
        if (connection.QuerySingle<int>("pragma user_version") == Newest) return;
        connection.Execute("begin immediate");
        try
        {
            var version = connection.QuerySingle<int>("pragma user_version");
            if (version > Newest)
                throw new InvalidDataException(
                    $"The database has schema {version}, this version of the bot knows {Newest}. Start the newer version, or restore a backup."
                );
            foreach (var (number, sql) in All().Where(migration => migration.Number > version).OrderBy(migration => migration.Number))
            {
                connection.Execute(sql);
                CrashPoint.Reach("in-migration");
                connection.Execute(string.Create(CultureInfo.InvariantCulture, $"pragma user_version = {number}"));
            }

            connection.Execute("commit");
        }
        catch
        {
            connection.Execute("rollback");
            throw;
        }
    }

    private static IEnumerable<(int Number, string Sql)> All()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (int.Parse(name.AsSpan(Prefix.Length, 3), CultureInfo.InvariantCulture), reader.ReadToEnd());
        }
    }
}
