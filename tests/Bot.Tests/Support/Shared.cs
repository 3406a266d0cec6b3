namespace Sitrep.Tests.Support;

/// <summary>Material that lies beside the repository and is not part of it. Tests that need it say so where it is absent.</summary>
internal static class Shared
{
    /// <summary>The folder; null where it is absent.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>A file's lines; null where the folder is absent.</summary>
    public static string[]? Lines(string folder, string fileStart)
    {
        if (Folder is null) return null;
        var file = Directory.EnumerateFiles(Path.Combine(Folder, folder), fileStart + "*").Single();
        return File.ReadAllLines(file);
    }

    /// <summary>A file's text; null where the folder is absent.</summary>
    public static string? Text(string folder, string file) => Folder is null ? null : File.ReadAllText(Path.Combine(Folder, folder, file));

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Bot.sln")) && folder.Parent is { } above
                && Path.Combine(above.FullName, "shared") is var shared && Directory.Exists(Path.Combine(shared, "seeds")))
                return shared;
        return null;
    }
}
