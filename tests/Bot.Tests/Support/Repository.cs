using System.Text.RegularExpressions;

namespace Sitrep.Tests.Support;

/// <summary>The checkout that the tests were built from.</summary>
internal static partial class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The C# files of a part of it that people wrote, for example <c>src/Bot</c>.</summary>
    public static IEnumerable<string> Sources(string part) =>
        Directory.EnumerateFiles(Path.Combine(Root, part), "*.cs", SearchOption.AllDirectories).Where(file => !Made().IsMatch(file));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Bot.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("No Bot.sln above " + AppContext.BaseDirectory);
    }

    [GeneratedRegex(@"[/\\](?:obj|bin)[/\\]")]
    private static partial Regex Made();
}
