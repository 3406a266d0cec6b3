using System.Globalization;

namespace Sitrep.Storage.Sqlite;

/// <summary>
/// Holds a database for one process: two that write and send from one file would do everything twice. The lock goes with
/// the process, however it ends.
/// </summary>
internal sealed class DatabaseLock : IDisposable
{
    private readonly FileStream _file;
    private bool _isDoubted;

    private DatabaseLock(FileStream file, bool wasLeft)
    {
        _file = file;
        LastOneDied = wasLeft;
    }

    /// <summary>Whether the process that had it before did not stop in order: the database should be checked.</summary>
    public bool LastOneDied { get; }

    /// <summary>Takes the database.</summary>
    /// <param name="database">The database's file; the lock lies beside it.</param>
    /// <exception cref="DatabaseInUseException">Another process has it.</exception>
    public static DatabaseLock Take(string database)
    {
        var path = Path.GetFullPath(database) + ".lock";
        PrivateFile.MakeFolder(Path.GetDirectoryName(path)!);
        try
        {
            // No sharing is an advisory lock of the whole file here, which the kernel drops with the process.
            var file = PrivateFile.Hold(path);
            var left = file.Length > 0;
            Mark(file);
            return new(file, left);
        }
        catch (IOException problem) when (File.Exists(path) && problem is not DiskFullException)
        {
            throw new DatabaseInUseException(
                $"{Path.GetFullPath(database)} is in use by another process of the bot. Stop that one first, or name another file with --Database:ConnectionString.",
                problem);
        }
    }

    public void Dispose()
    {
        // An empty lock says that its last holder stopped in order.
        if (_file.CanWrite && !_isDoubted) _file.SetLength(0);
        _file.Dispose();
    }

    /// <summary>The database was found damaged: the next start must look again, however this process ends.</summary>
    public void Doubt() => _isDoubted = true;

    private static void Mark(FileStream file)
    {
        var id = System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        try
        {
            // Written before it is cut: on a full disk the mark of a process that died must stay.
            file.Write(id);
            file.Flush();
            file.SetLength(id.Length);
        }
        catch (IOException problem)
        {
            var name = file.Name;
            // Closing would try to write once more.
            try { file.Dispose(); } catch (IOException) { }
            throw new DiskFullException($"{name} cannot be written: {problem.Message} Free 100 MB and start again.", problem);
        }
    }
}

/// <summary>There is no room to start in.</summary>
internal sealed class DiskFullException(string message, Exception inner) : IOException(message, inner);

/// <summary>Another process has the database.</summary>
internal sealed class DatabaseInUseException(string message, Exception inner) : IOException(message, inner);
