using System.Runtime.InteropServices;
using SQLitePCL;

namespace Sitrep.Storage.Sqlite;

/// <summary>The SQLite that runs: the one that comes with the bot, whatever the machine has.</summary>
internal static class SqliteLibrary
{
    private static readonly Lazy<string> _loaded = new(Load);

    /// <summary>Sets the library up, once per process, and says what runs: <c>SQLite 3.53.4</c>.</summary>
    public static string Use() => _loaded.Value;

    private static string Load()
    {
        SlowDisk.Begin(NativeLibrary.Load("e_sqlite3", typeof(SQLite3Provider_e_sqlite3).Assembly, null));
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        raw.FreezeProvider();
        return $"SQLite {raw.sqlite3_libversion().utf8_to_string()}";
    }
}
