using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Sitrep.Benchmarks.Hosts;

/// <summary>A program under measurement, in a process of its own.</summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly Process _process;

    private Child(Process process, int port) => (_process, Port) = (process, port);

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>The incident that the load writes to.</summary>
    public long Incident { get; set; } = 1;

    /// <summary>How much memory it holds, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts one; it is told its port in the environment variable <c>PORT</c> or by <paramref name="arguments"/>.</summary>
    /// <param name="file">The program.</param>
    /// <param name="arguments">Its arguments, from the port.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="environment">What it finds in its environment.</param>
    public static Child Start(
        string file,
        Func<int, IEnumerable<string>> arguments,
        string folder,
        params (string Name, string Value)[] environment)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(file, arguments(port))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) =>
        {
            if (Environment.GetEnvironmentVariable("BENCHMARK_TRACE") is not null)
                Console.Error.WriteLine(line.Data);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process, port);
    }

    /// <summary>Waits until it accepts connections.</summary>
    public async Task ReadyAsync()
    {
        for (var since = Stopwatch.StartNew(); ; await Task.Delay(2))
        {
            if (_process.HasExited)
                throw new InvalidOperationException(
                    $"{_process.StartInfo.FileName} ended with exit code {_process.ExitCode} before it was ready.");
            if (since.Elapsed > TimeSpan.FromSeconds(30))
                throw new TimeoutException($"{_process.StartInfo.FileName} was not ready within 30 s.");
            try
            {
                using var probe = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await probe.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException)
            {
                // Not yet.
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
