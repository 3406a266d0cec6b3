using System.Diagnostics;
using System.Globalization;
using Sitrep.Benchmarks.Hosts;
using Sitrep.Benchmarks.Load;

namespace Sitrep.Benchmarks.Figures;

/// <summary>From the start of the process to the first durable answer, and the memory held then.</summary>
internal static class Start
{
    private const int Rounds = 7;

    /// <summary>Measures.</summary>
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Workplace work)
    {
        var database = work.NewDatabase();
        await using (var once = work.Own(OwnHost.Bot, database)) await FirstAnswerAsync(once);
        var rival = work.NewDatabase();
        var (ours, theirs) = (new List<Begun>(), new List<Begun>());
        for (var i = 0; i < Rounds; i++)
        {
            ours.Add(await BeginAsync(() => work.Shipped(database)));
            if (work.Rivals.Folder is not null) theirs.Add(await BeginAsync(() => work.Node("bolt.js", rival)));
        }

        const string start = "start to first durable answer ÷ Bolt with better-sqlite3";
        const string memory = "memory after the start ÷ Bolt with better-sqlite3";
        if (work.Rivals.Missing is { } missing)
            return [new(start, null, 2, AtLeast: false, missing), new(memory, null, 1.6, AtLeast: false, missing)];
        return
        [
            Of(start, 2, ours, theirs, begun => begun.Took.TotalMilliseconds, "ms"),
            Of(memory, 1.6, ours, theirs, begun => begun.Bytes / 1024d / 1024d, "MiB"),
        ];
    }

    /// <summary>Waits for the first acknowledged command.</summary>
    public static async Task FirstAnswerAsync(Child host)
    {
        var commands = new SignedCommands();
        await host.ReadyAsync();
        for (var since = Stopwatch.StartNew(); ;)
        {
            try
            {
                using var connection = new Connection();
                await connection.OpenAsync(host.Port);
                await connection.SendAsync(commands.Next(), "Added"u8.ToArray());
                return;
            }
            catch (Exception problem)
                when (problem is InvalidDataException or System.Net.Sockets.SocketException && since.Elapsed < TimeSpan.FromSeconds(10))
            {
                await Task.Delay(2);
            }
        }
    }

    private static async Task<Begun> BeginAsync(Func<Child> start)
    {
        var since = Stopwatch.GetTimestamp();
        await using var host = start();
        await FirstAnswerAsync(host);
        var took = Stopwatch.GetElapsedTime(since);
        await Task.Delay(1_000);
        return new(took, host.ResidentBytes);
    }

    private static Figure Of(string what, double must, List<Begun> ours, List<Begun> theirs, Func<Begun, double> value, string unit)
    {
        var (own, other) = (Figure.Median(ours.Select(value)), Figure.Median(theirs.Select(value)));
        return new(
            what,
            own / other,
            must,
            AtLeast: false,
            string.Create(CultureInfo.InvariantCulture, $"{own:0} {unit} ÷ {other:0} {unit}"));
    }

    private sealed record Begun(TimeSpan Took, long Bytes);
}
