using System.Runtime.InteropServices;
using SQLitePCL;

namespace Sitrep.Storage;

/// <summary>
/// Chooses the SQLite that runs: the system's library where it loads and is newer than the bundled one (it is the one
/// that gets security patches), else the bundled one.
/// </summary>
public static class SqliteLibrary
{
    private const string SystemName = "libsqlite3.so.0";
    private static readonly Lazy<string> _chosen = new(Choose);

    /// <summary>Sets the library up, once per process, and says what runs: <c>SQLite 3.40.1 (system)</c>.</summary>
    public static string Use() => _chosen.Value;

    private static string Choose()
    {
        var provider = typeof(SQLite3Provider_e_sqlite3).Assembly;
        var system = NewerSystemLibrary();
        if (system != 0)
            NativeLibrary.SetDllImportResolver(provider, (name, _, _) => name == "e_sqlite3" ? system : 0);
        SlowDisk.Begin(system != 0 ? system : NativeLibrary.Load("e_sqlite3", provider, null));
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        raw.FreezeProvider();
        return $"SQLite {raw.sqlite3_libversion().utf8_to_string()} ({(system != 0 ? "system" : "bundled")})";
    }

    // The bundle carries 3.35.5; anything before that lacks what our SQL uses.
    private static nint NewerSystemLibrary()
    {
        if (!NativeLibrary.TryLoad(SystemName, out var library)) return 0;
        if (NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var address)
            && Marshal.GetDelegateForFunctionPointer<LibraryVersion>(address)() > 3_035_005)
            return library;
        NativeLibrary.Free(library);
        return 0;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int LibraryVersion();
}
