using System.Diagnostics;

namespace Sitrep.Chaos;

/// <summary>
/// A disk of a few megabytes that can be filled: a tmpfs where this process may mount one. Elsewhere an ordinary folder,
/// and the database is kept from growing instead.
/// </summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly List<string> _ballast = [];

    private SmallDisk(string folder, bool isMounted)
    {
        Folder = folder;
        IsMounted = isMounted;
    }

    public string Folder { get; }

    /// <summary>Whether it is a disk of its own.</summary>
    public bool IsMounted { get; }

    public static SmallDisk Make(string folder, int megabytes)
    {
        Directory.CreateDirectory(folder);
        return new(folder, Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder));
    }

    /// <summary>Fills it to the last byte.</summary>
    public void Fill()
    {
        var file = Path.Combine(Folder, $"ballast-{_ballast.Count}");
        _ballast.Add(file);
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in (int[])[1 << 16, 1 << 12])
        {
            var block = new byte[size];
            try
            {
                while (true) stream.Write(block);
            }
            catch (IOException)
            {
                // Full, as it should be.
            }
        }
    }

    /// <summary>Gives the space back.</summary>
    public void Free()
    {
        foreach (var file in _ballast) File.Delete(file);
        _ballast.Clear();
    }

    /// <summary>Makes it read-only, or writable again.</summary>
    /// <returns>Whether that could be done.</returns>
    public bool Remount(bool readOnly) => IsMounted && Run("mount", "-o", readOnly ? "remount,ro" : "remount,rw", Folder);

    public void Dispose()
    {
        if (IsMounted) Run("umount", "-l", Folder);
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    UseShellExecute = false,
                    RedirectStandardError = true,
                    RedirectStandardOutput = true,
                })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
