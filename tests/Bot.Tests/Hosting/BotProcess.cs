using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Sitrep.Occurrences;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Hosting;

/// <summary>The bot as a process of its own, configured by environment variables: what it prints is what an operator sees.</summary>
internal sealed partial class BotProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _data = new();
    private readonly ConcurrentQueue<string> _talk = new();

    private BotProcess(Process process) => _process = process;

    /// <summary>Its lines on standard output.</summary>
    public IReadOnlyList<string> Data => [.. _data];

    /// <summary>Its lines on standard error: the logs.</summary>
    public IReadOnlyList<string> Talk => [.. _talk];

    public HttpClient Http { get; } = new();

    /// <summary>The files it has mapped, its libraries among them; null where the system does not tell.</summary>
    public string? Mapped => File.Exists($"/proc/{_process.Id}/maps") ? File.ReadAllText($"/proc/{_process.Id}/maps") : null;

    /// <summary>Starts a server and waits for its ready line.</summary>
    public static async Task<BotProcess> ServeAsync(string folder, IReadOnlyDictionary<string, string> environment)
    {
        var bot = Start(folder, environment, ["serve"]);
        await Eventually.Async(() =>
            Task.FromResult(bot._process.HasExited || bot._data.Any(line => line.StartsWith("Sitrep is ready", StringComparison.Ordinal))));
        Assert.False(bot._process.HasExited, string.Join('\n', bot.Talk));
        bot.Http.BaseAddress = new(Address().Match(string.Concat(bot.Data)).Value);
        return bot;
    }

    /// <summary>Runs a verb to its end.</summary>
    /// <returns>Its exit code and everything it printed.</returns>
    public static async Task<(int ExitCode, string Printed)> RunAsync(
        string folder,
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments)
    {
        await using var bot = Start(folder, environment, arguments);
        await bot._process.WaitForExitAsync();
        return (bot._process.ExitCode, string.Join('\n', [.. bot.Data, .. bot.Talk]));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited) _process.Kill();
        // Also waits until everything printed has been read.
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static BotProcess Start(string folder, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandHandler).Assembly.Location, .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var bot = new BotProcess(new() { StartInfo = start });
        bot._process.OutputDataReceived += (_, line) => Keep(bot._data, line.Data);
        bot._process.ErrorDataReceived += (_, line) => Keep(bot._talk, line.Data);
        bot._process.Start();
        bot._process.BeginOutputReadLine();
        bot._process.BeginErrorReadLine();
        return bot;
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null) lines.Enqueue(line);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
