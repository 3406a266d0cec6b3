using System.Diagnostics;
using Sitrep.Benchmarks.Hosts;
using Sitrep.Benchmarks.Load;

namespace Sitrep.Benchmarks;

/// <summary>Where a run keeps its files, and how it starts what it compares.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sitrep-benchmarks-").FullName;
    private int _databases;

    /// <summary>Node with Bolt and better-sqlite3; null where they cannot be had, and why.</summary>
    public (string? Folder, string? Missing) Rivals { get; private init; }

    /// <summary>The bot as it is shipped, compiled ahead of time.</summary>
    public required string Published { get; init; }

    /// <summary>Fetches and publishes what is compared.</summary>
    public static async Task<Workplace> PrepareAsync(bool withPublished) => new()
    {
        Rivals = await Sitrep.Benchmarks.Hosts.Rivals.FetchAsync(),
        Published = withPublished ? await Sitrep.Benchmarks.Hosts.Published.MakeAsync() : "",
    };

    /// <summary>A database file that does not exist yet.</summary>
    public string NewDatabase() => Path.Combine(_folder, $"{++_databases}.db");

    /// <summary>The bot, or a variant of it, in a process of its own.</summary>
    public Child Own(string what, string database, params (string Name, string Value)[] environment) =>
        Child.Start(Environment.ProcessPath!, port => ["host", what, .. Arguments(port, database)], _folder, environment);

    /// <summary>The bot as it is shipped.</summary>
    public Child Shipped(string database) => Child.Start(Published, port => Arguments(port, database), _folder);

    /// <summary>A program for Node.</summary>
    public Child Node(string program, string? database = null)
    {
        string[] file = database is null ? [] : [database];
        return Child.Start("node", _ => [Path.Combine(Rivals.Folder!, program), .. file], _folder, ("SECRET", SignedCommands.Secret));
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string[] Arguments(int port, string database) =>
    [
        $"--Urls=http://127.0.0.1:{port}",
        $"--Database:ConnectionString=Data Source={database}",
        $"--Slack:SigningSecret={SignedCommands.Secret}",
    ];

    /// <summary>Runs a command to its end.</summary>
    /// <returns>Whether it went well, and what it printed.</returns>
    public static async Task<(bool Ok, string Output)> RunAsync(string file, string[] arguments, string folder)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(file, arguments)
                {
                    WorkingDirectory = folder,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync() + await error;
            await process.WaitForExitAsync();
            return (process.ExitCode == 0, output);
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            return (false, $"{file}: {problem.Message}");
        }
    }
}
