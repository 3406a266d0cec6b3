using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sitrep.Storage.Sqlite;

/// <summary>
/// A slow disk, to measure and test against: with <c>FSYNC_DELAY=5</c> in the environment SQLite waits 5 milliseconds
/// before every fsync. Without it nothing is changed.
/// </summary>
/// <remarks>
/// SQLite's own seam: the default VFS opens as ever, and its files get another <c>xSync</c>
/// (sqlite.org/c3ref/io_methods.html).
/// </remarks>
internal static unsafe class SlowDisk
{
    // Positions in sqlite3_vfs and sqlite3_io_methods, in pointers; two ints at the head are one of them.
    private const int VfsOpen = 5;
    private const int FileSync = 5;
    private const int FileMethods = 19;
    private static readonly Lock _opening = new();
    private static readonly Dictionary<nint, nint> _slow = [];
    private static int _delay;
    private static delegate* unmanaged[Cdecl]<nint, byte*, nint*, int, int*, int> _open;

    /// <summary>Slows the library down, if the environment says so. Called once, before anything is opened.</summary>
    /// <param name="library">The SQLite that runs.</param>
    public static void Begin(nint library)
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable("FSYNC_DELAY"), out _delay) || _delay <= 0) return;
        // Before this there is no default VFS.
        ((delegate* unmanaged[Cdecl]<int>)NativeLibrary.GetExport(library, "sqlite3_initialize"))();
        var vfs = (nint*)((delegate* unmanaged[Cdecl]<byte*, nint>)NativeLibrary.GetExport(library, "sqlite3_vfs_find"))(null);
        _open = (delegate* unmanaged[Cdecl]<nint, byte*, nint*, int, int*, int>)vfs[VfsOpen];
        vfs[VfsOpen] = (nint)(delegate* unmanaged[Cdecl]<nint, byte*, nint*, int, int*, int>)&Open;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(nint vfs, byte* name, nint* file, int flags, int* outFlags)
    {
        var result = _open(vfs, name, file, flags, outFlags);
        if (result == 0 && *file != 0) *file = Slow(*file);
        return result;
    }

    // The database and its log are files of different kinds; those of one kind share one table of methods.
    private static nint Slow(nint methods)
    {
        lock (_opening)
        {
            if (_slow.TryGetValue(methods, out var known)) return known;
            var copy = (nint*)NativeMemory.Alloc(FileMethods + 1, (nuint)sizeof(nint));
            new ReadOnlySpan<nint>((void*)methods, FileMethods).CopyTo(new(copy, FileMethods));
            // Behind the table lies what the slow one calls in the end.
            copy[FileMethods] = copy[FileSync];
            copy[FileSync] = (nint)(delegate* unmanaged[Cdecl]<nint*, int, int>)&Sync;
            return _slow[methods] = (nint)copy;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(nint* file, int flags)
    {
#pragma warning disable RS0030 // Waiting is what is asked for.
        Thread.Sleep(_delay);
#pragma warning restore RS0030
        return ((delegate* unmanaged[Cdecl]<nint*, int, int>)((nint*)*file)[FileMethods])(file, flags);
    }
}
