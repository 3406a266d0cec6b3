using System.Reflection;

namespace Sitrep.CommandLine.Wording;

/// <summary>What the running program is called where people type it.</summary>
internal static class ProgramName
{
    private const string FromSources = "dotnet run --project src/Bot --";

    /// <summary>The version, as it was built: <c>1.4.0</c>, with the commit behind a plus where the build knew it.</summary>
    public static string Version { get; } =
        typeof(ProgramName).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    /// <summary>How the program is run: by its own file where it was published, by <c>dotnet run</c> from its sources.</summary>
    /// <param name="process">The running process's file; null where nobody knows it.</param>
    /// <param name="program">What it was started with: the program itself, or the assembly that <c>dotnet</c> runs.</param>
    public static string Of(string? process, string program)
    {
        var file = Path.GetFileName(program);
        var folders = program.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        if (process is null || folders is [.., "bin", "Debug" or "Release", _, _]) return FromSources;
        return Path.GetFileNameWithoutExtension(process) switch
        {
            "dotnet" when file == "Sitrep.dll" => $"dotnet {file}",
            "dotnet" or "testhost" => FromSources,
            var name => name,
        };
    }
}
