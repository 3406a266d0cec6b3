using Dapper;
using Microsoft.Data.Sqlite;

namespace Sitrep.Storage.Sqlite;

/// <summary>Copies of the database.</summary>
internal static class SqliteBackup
{
    /// <summary>Copies the database while others read and write it, and checks the copy.</summary>
    /// <param name="database">The database.</param>
    /// <param name="file">The file to write; it must not exist.</param>
    /// <exception cref="IOException">The file exists.</exception>
    /// <exception cref="InvalidDataException">The copy did not pass the check; it was deleted.</exception>
    public static BackupCounts Make(SqliteStore database, string file)
    {
        if (File.Exists(file)) throw new IOException($"{file} exists; a backup never overwrites.");
        PrivateFile.Make(file);
        try
        {
            using (var connection = database.Open())
                // Reads a snapshot: writers go on meanwhile, and the copy is one moment.
                connection.Execute("vacuum into @file", new { file });
            return Check(file);
        }
        catch
        {
            File.Delete(file);
            throw;
        }
    }

    /// <summary>Puts a backup in the database's place. What was there is kept beside it.</summary>
    /// <exception cref="InvalidDataException">The backup did not pass the check; nothing was changed.</exception>
    public static BackupCounts Restore(SqliteStore database, string file)
    {
        Check(file);
        var target = database.Place;
        PrivateFile.MakeFolder(Path.GetDirectoryName(target)!);
        var incoming = target + ".incoming";
        File.Copy(file, incoming, overwrite: true);
        PrivateFile.Restrict(incoming);
        string? kept = null;
        if (File.Exists(target))
        {
            SqliteStore.Release();
            kept = Free(target);
            foreach (var ending in (string[])["", "-wal", "-shm"])
                if (File.Exists(target + ending)) File.Move(target + ending, kept + ending);
        }

        File.Move(incoming, target);
        database.Prepare();
        using var connection = database.Open();
        // Messages that the backup had not sent may have been sent since: a person decides, not the outbox.
        var held = connection.Execute("update outbox set state = 'held' where state in ('pending', 'sending', 'ambiguous')");
        return Check(target) with { Held = held, Kept = kept };
    }

    private static BackupCounts Check(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        try
        {
            connection.Open();
            var verdict = connection.QueryFirst<string>("pragma integrity_check");
            if (verdict != "ok") throw new InvalidDataException($"{file} is damaged: {verdict}");
            return new(
                connection.QuerySingle<long>("select count(*) from incidents"),
                connection.QuerySingle<long>("select count(*) from timeline_entries"),
                new FileInfo(file).Length);
        }
        catch (SqliteException problem)
        {
            throw new InvalidDataException($"{file} is no database of this bot: {problem.Message}", problem);
        }
    }

    private static string Free(string target)
    {
        for (var n = 1; ; n++)
            if ($"{target}.before-restore-{n}" is var name && !File.Exists(name)) return name;
    }
}

/// <summary>The content of a copy.</summary>
/// <param name="Incidents">Incidents.</param>
/// <param name="Entries">Timeline entries.</param>
/// <param name="Bytes">The file's size.</param>
/// <param name="Held">Unsent messages that were held back.</param>
/// <param name="Kept">Where the old database is; null where there was none.</param>
internal sealed record BackupCounts(long Incidents, long Entries, long Bytes, int Held = 0, string? Kept = null);
