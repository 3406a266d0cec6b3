using System.Diagnostics;
using Sitrep.Benchmarks.Hosts;

namespace Sitrep.Benchmarks.Load;

/// <summary>What a round of load showed.</summary>
/// <param name="PerSecond">Acknowledged answers a second.</param>
/// <param name="P99">The answer time that 99 of 100 stay below.</param>
/// <param name="Slowest">The slowest answer.</param>
internal sealed record Round(double PerSecond, TimeSpan P99, TimeSpan Slowest)
{
    /// <summary>Sends over so many connections, each the next one as soon as the last is answered.</summary>
    /// <param name="host">Where.</param>
    /// <param name="connections">How many connections.</param>
    /// <param name="length">How long.</param>
    /// <param name="expected">What an acknowledgement holds.</param>
    public static async Task<Round> RunAsync(Child host, int connections, TimeSpan length, string expected)
    {
        var until = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var holds = System.Text.Encoding.UTF8.GetBytes(expected);
        var begun = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => SendAsync(host, until, holds))));
        var took = Stopwatch.GetElapsedTime(begun);
        var sorted = answers.SelectMany(ticks => ticks).Order().ToList();
        return new(
            sorted.Count / took.TotalSeconds,
            Stopwatch.GetElapsedTime(0, sorted[(int)(sorted.Count * 0.99)]),
            Stopwatch.GetElapsedTime(0, sorted[^1]));
    }

    private static async Task<List<long>> SendAsync(Child host, long until, byte[] expected)
    {
        using var connection = new Connection();
        await connection.OpenAsync(host.Port);
        var commands = new SignedCommands();
        var ticks = new List<long>(100_000);
        for (var at = Stopwatch.GetTimestamp(); at < until;)
        {
            await connection.SendAsync(commands.Next(host.Incident), expected);
            var now = Stopwatch.GetTimestamp();
            ticks.Add(now - at);
            at = now;
        }

        return ticks;
    }
}
