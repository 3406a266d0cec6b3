using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sitrep.Chat;
using Sitrep.Hosting;
using Sitrep.Storage;

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
    public static async Task<Victim> StartAsync(string database, Uri ledger, string? crashAt = null, int fsyncDelay = 0)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = Itself("victim", database, url.ToString(), ledger.ToString());
        if (crashAt is not null) start.Environment["CRASH_AT"] = crashAt;
        if (fsyncDelay > 0) start.Environment["FSYNC_DELAY"] = fsyncDelay.ToString(CultureInfo.InvariantCulture);
        return await StartAsync(start, url);
    }

    /// <summary>Starts it as people do, with a chat platform from its settings.</summary>
    public static async Task<Victim> ServeAsync(string database, IReadOnlyDictionary<string, string> settings, string? crashAt = null)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = Itself("verb", "serve", "--Urls", url.ToString(), "--Database:ConnectionString", $"Data Source={database}");
        foreach (var (key, value) in settings) start.Environment[key] = value;
        if (crashAt is not null) start.Environment["CRASH_AT"] = crashAt;
        return await StartAsync(start, url);
    }

    private static async Task<Victim> StartAsync(ProcessStartInfo start, Uri url)
    {
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) =>
        {
            if (Environment.GetEnvironmentVariable("CHAOS_TALK") is not null && line.Data is not null)
                Console.Error.WriteLine(line.Data);
        };
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
                services.RemoveAll<IEffectTarget>();
                services.AddSingleton<IEffectTarget>(new LedgerPlatform(new(ledger)));
            });
        // Where no small disk can be mounted, the database itself is kept from growing.
        app.MapPost("/chaos/pages/{most}", async context =>
        {
            var most = (string)context.Request.RouteValues["most"]!;
            var answer = await context
                .RequestServices.GetRequiredService<WriteQueue>()
                .RunAsync(transaction =>
                    transaction.Reads.QuerySingle<long>($"pragma max_page_count = {long.Parse(most, CultureInfo.InvariantCulture)}"));
            await context.Response.WriteAsync(answer.ToString(CultureInfo.InvariantCulture));
        });
        await app.RunAsync();
        return 0;
    }

    /// <summary>The verb that copies the database, in a process of its own.</summary>
    /// <returns>Its exit code.</returns>
    public static async Task<int> BackupAsync(string database, string copy)
    {
        using var process = Process.Start(Itself("verb", "backup", copy, "--Database:ConnectionString", $"Data Source={database}"))!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync();
        return process.ExitCode;
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

    private static ProcessStartInfo Itself(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(Victim).Assembly.Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
