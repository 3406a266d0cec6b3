using System.Runtime.InteropServices;

namespace Sitrep.Storage;

/// <summary>Whether the database's file and its folder can be written to, asked of the kernel before anything is opened.</summary>
/// <remarks>Nothing is opened on purpose: closing a file drops the locks that SQLite holds on it in this process.</remarks>
internal static partial class FileRights
{
    private const int Write = 2;
    private const int WriteAndEnter = 3;
    private const int ReadOnlyFileSystem = 30;
    private static readonly string[] _beside = ["", "-wal", "-shm", ".lock"];

    /// <summary>The obstacle to writing to the database.</summary>
    /// <param name="database">The file, which need not exist.</param>
    /// <returns>A sentence with the path, the user and what to do; null where nothing does.</returns>
    public static string? Problem(string database)
    {
        if (OperatingSystem.IsWindows()) return null;
        var path = Path.GetFullPath(database);
        var folder = Path.GetDirectoryName(path)!;
        // The nearest folder that exists is the one whose rights decide: the others are made at the start.
        while (!Directory.Exists(folder)) folder = Path.GetDirectoryName(folder)!;
        // SQLite writes two files beside the database, so the folder matters as much as the file.
        if (Access(folder, WriteAndEnter) != 0) return Refused(path, folder, $"chown {User()} {folder} && chmod u+rwx {folder}");
        foreach (var file in _beside.Select(ending => path + ending).Where(File.Exists))
            if (Access(file, Write) != 0) return Refused(path, file, $"chown {User()} {file} && chmod u+rw {file}");
        return null;
    }

    private static string Refused(string database, string place, string repair)
    {
        var isMount = Marshal.GetLastPInvokeError() == ReadOnlyFileSystem;
        var reason = isMount ? "is on a file system mounted read-only" : $"cannot be written to by uid {User()} ({Environment.UserName})";
        return $"{place} {reason}, so {database} cannot be kept there. Fix: {(isMount ? "mount it read-write" : repair)}, or name another file: --Database:ConnectionString \"Data Source=…\"";
    }

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Access(string path, int mode);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint User();
}
