using System.Runtime.Versioning;
using Sitrep.Storage.Sqlite;

namespace Sitrep.Tests.Storage;

/// <summary>What people wrote is for the bot's user alone, on a machine that others use too.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FileRightsTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string _folder = Directory.CreateTempSubdirectory("sitrep-rights-").FullName;

    private string Database => Path.Combine(_folder, "data", "sitrep.db");

    public void Dispose()
    {
        SqliteStore.Release();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_database_its_files_its_lock_and_its_folder_are_made_for_one_user()
    {
        using var held = DatabaseLock.Take(Database);
        var store = new SqliteStore($"Data Source={Database}");
        store.Prepare();
        using var open = store.Open();
        open.Execute("insert into health (id, checked_at) values (1, 'x')");
        foreach (var ending in (string[])["", "-wal", "-shm", ".lock"]) Assert.Equal(OwnerOnly, File.GetUnixFileMode(Database + ending));
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(Database)!));
    }

    [Fact]
    public void A_backup_and_what_it_puts_back_are_made_for_one_user()
    {
        var store = new SqliteStore($"Data Source={Database}");
        store.Prepare();
        var copy = Path.Combine(_folder, "copy.db");
        SqliteBackup.Make(store, copy);
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(copy));
        File.SetUnixFileMode(copy, OwnerOnly | UnixFileMode.OtherRead);
        SqliteBackup.Restore(store, copy);
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(Database));
    }

    [Fact]
    public void The_rights_that_an_operator_gave_stay()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Database)!);
        File.WriteAllText(Database, "");
        File.SetUnixFileMode(Database, OwnerOnly | UnixFileMode.GroupRead);
        new SqliteStore($"Data Source={Database}").Prepare();
        Assert.Equal(OwnerOnly | UnixFileMode.GroupRead, File.GetUnixFileMode(Database));
        Assert.False(PrivateFile.IsOpenToAll(Database));
        File.SetUnixFileMode(Database, OwnerOnly | UnixFileMode.OtherRead);
        Assert.True(PrivateFile.IsOpenToAll(Database));
    }
}
