using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sitrep.Chat;
using Sitrep.Hosting;

namespace Sitrep.Chaos;

/// <summary>The bot in a process of its own, to be killed.</summary>
internal sealed class Victim : IDisposable
{
    private const int KilledExit = 137;
    private readonly Process _process;

    private Victim(Process process, Uri url)
    {
        _process = process;
        Url = url;
    }

    public Uri Url { get; }

    public bool HasExited => _process.HasExited;

    /// <summary>Starts it and waits until it answers, or dies.</summary>
    public static async Task<Victim> StartAsync(string database, Uri ledger, string? crashAt = null)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(Victim).Assembly.Location);
        foreach (var argument in (string[])["victim", database, url.ToString(), ledger.ToString()]) start.ArgumentList.Add(argument);
        if (crashAt is not null) start.Environment["CRASH_AT"] = crashAt;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => { if (Environment.GetEnvironmentVariable("CHAOS_TALK") is not null && line.Data is not null) Console.Error.WriteLine(line.Data); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(2) };
        var deadline = Environment.TickCount64 + 30_000;
        while (!process.HasExited && Environment.TickCount64 < deadline)
        {
            try
            {
                if ((await http.GetAsync("healthz/live")).IsSuccessStatusCode) break;
            }
            catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException)
            {
                await Task.Delay(20);
            }
        }

        return new(process, url);
    }

    /// <summary>Inside the process: the bot as it is served, with the ledger as its platform.</summary>
    public static async Task<int> RunAsync(string database, string url, string ledger)
    {
        var app = BotHost.Build(
            [],
            options => options with { Urls = url, ConnectionString = $"Data Source={database}" },
            services =>
            {
                services.RemoveAll<IChatPlatform>();
                services.AddSingleton<IChatPlatform>(new LedgerPlatform(new(ledger)));
            });
        await app.RunAsync();
        return 0;
    }

    /// <summary>kill -9, and waits for the end.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, and waits for the end.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> TerminateAsync()
    {
        var watch = Stopwatch.StartNew();
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
        return watch.Elapsed;
    }

    /// <summary>Waits for it to kill itself.</summary>
    /// <returns>Whether it did, within the time.</returns>
    public async Task<bool> DiesAsync(TimeSpan within)
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(within);
            return _process.ExitCode == KilledExit;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
