namespace Sitrep.Benchmarks.Hosts;

/// <summary>The bot compiled ahead of time (ReadyToRun), as it would be shipped.</summary>
internal static class Published
{
    /// <summary>Publishes it.</summary>
    /// <returns>The program's file.</returns>
    public static async Task<string> MakeAsync()
    {
        await Console.Error.WriteLineAsync("Publishing the bot.");
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Bot.sln")))
            root = Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("Run the benchmarks from the repository.");
        var folder = Path.Combine(Path.GetTempPath(), "sitrep-published");
        Directory.CreateDirectory(folder);
        // A lock file of its own: the repository's says nothing of the compiler that this needs.
        var (ok, output) = await Workplace.RunAsync(
            "dotnet",
            [
                "publish",
                "src/Bot",
                "--configuration",
                "Release",
                "--use-current-runtime",
                "--self-contained",
                "false",
                "-p:PublishReadyToRun=true",
                $"-p:NuGetLockFilePath={Path.Combine(folder, "lock.json")}",
                $"-p:BaseIntermediateOutputPath={Path.Combine(folder, "obj")}/",
                // Nor may what an ordinary build left in the project's own obj be compiled along.
                "-p:DefaultItemExcludes=**/obj/**",
                $"-p:OutputPath={Path.Combine(folder, "bin")}/",
                "--output",
                Path.Combine(folder, "out"),
            ],
            root);
        return ok ? Path.Combine(folder, "out", "Sitrep") : throw new InvalidOperationException(output);
    }
}
