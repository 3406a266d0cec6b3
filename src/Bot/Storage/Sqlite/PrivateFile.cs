namespace Sitrep.Storage.Sqlite;

/// <summary>Files that hold what people wrote: made for the bot's user alone (0600), in folders that only it enters (0700).</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Opens a file that nobody else opens meanwhile; makes it where it is missing.</summary>
    public static FileStream Hold(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return new(path, options);
    }

    /// <summary>
    /// Makes an empty file, unless there is one: SQLite takes it as its own, and gives its rights to the files beside it.
    /// </summary>
    /// <remarks>An existing file is not opened: closing it would drop the locks that SQLite holds on it in this process.</remarks>
    public static void Make(string path)
    {
        if (!File.Exists(path)) Hold(path).Dispose();
    }

    /// <summary>Makes a folder and those above it, where they are missing.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else if (!Directory.Exists(path)) Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
    }

    /// <summary>Takes a copy's rights from everybody but the bot's user.</summary>
    public static void Restrict(string path)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, OwnerOnly);
    }

    /// <summary>Whether every user of the machine can read the file or write to it.</summary>
    public static bool IsOpenToAll(string path) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None;
}
