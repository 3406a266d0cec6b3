using System.Globalization;
using Sitrep.Benchmarks.Hosts;
using Sitrep.Benchmarks.Load;

namespace Sitrep.Benchmarks.Figures;

/// <summary>Acknowledged commands a second, and how long an answer takes, against the floor and against Bolt.</summary>
internal static class Throughput
{
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _length = TimeSpan.FromSeconds(4);

    /// <summary>Measures.</summary>
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Workplace work)
    {
        await using var floor = work.Own(OwnHost.Floor, work.NewDatabase());
        await using var bot = work.Own(OwnHost.Bot, work.NewDatabase());
        var few = await RoundsAsync(64, floor, bot);
        var many = await RoundsAsync(512, floor, bot);
        var figures = new List<Figure>
        {
            Ratio("commands/s ÷ storing nothing, 64 connections", few[1], few[0], 0.25),
            Ratio("commands/s ÷ storing nothing, 512 connections", many[1], many[0], 0.35),
        };
        var p99 = few[1].Zip(few[0], (ours, theirs) => ours.P99 / theirs.P99);
        figures.Add(
            new(
                "p99 ÷ storing nothing, 64 connections",
                Figure.Median(p99),
                6,
                AtLeast: false,
                $"{Milliseconds(few[1].Select(round => round.P99))} ÷ {Milliseconds(few[0].Select(round => round.P99))}"));
        var slowest = few[1].Max(round => round.Slowest);
        figures.Add(
            new(
                "slowest answer ÷ 100 ms",
                slowest.TotalMilliseconds / 100,
                1,
                AtLeast: false,
                $"{slowest.TotalMilliseconds:0} ms, the worst of all rounds"));
        figures.AddRange(await AgainstBoltAsync(work, bot));
        return figures;
    }

    /// <summary>Rounds of each in turn, after a warm-up, so that a noisy machine is noisy for all.</summary>
    public static async Task<List<Round>[]> RoundsAsync(int connections, params Child[] hosts)
    {
        var rounds = hosts.Select(_ => new List<Round>()).ToArray();
        foreach (var host in hosts) await host.ReadyAsync();
        foreach (var host in hosts) await Round.RunAsync(host, connections, _warmUp, "Added");
        for (var i = 0; i < 3; i++)
            for (var at = 0; at < hosts.Length; at++) rounds[at].Add(await Round.RunAsync(hosts[at], connections, _length, "Added"));
        return rounds;
    }

    /// <summary>A ratio of commands a second, the median of the rounds.</summary>
    public static Figure Ratio(string what, List<Round> ours, List<Round> theirs, double must) => new(
        what,
        Figure.Median(ours.Zip(theirs, (a, b) => a.PerSecond / b.PerSecond)),
        must,
        AtLeast: true,
        string.Create(CultureInfo.InvariantCulture, $"{PerSecond(ours):N0}/s ÷ {PerSecond(theirs):N0}/s"));

    private static async Task<IReadOnlyList<Figure>> AgainstBoltAsync(Workplace work, Child bot)
    {
        const string nothing = "commands/s ÷ Bolt for JavaScript that stores nothing";
        const string stores = "commands/s ÷ Bolt with better-sqlite3";
        if (work.Rivals.Missing is { } missing)
            return [new(nothing, null, 1.5, AtLeast: true, missing), new(stores, null, 5, AtLeast: true, missing)];
        await using var bolt = work.Node("bolt.js");
        await using var storing = work.Node("bolt.js", work.NewDatabase());
        var rounds = await RoundsAsync(64, bot, bolt, storing);
        return [Ratio(nothing, rounds[0], rounds[1], 1.5), Ratio(stores, rounds[0], rounds[2], 5)];
    }

    private static double PerSecond(List<Round> rounds) => Figure.Median(rounds.Select(round => round.PerSecond));

    private static string Milliseconds(IEnumerable<TimeSpan> times) =>
        string.Create(CultureInfo.InvariantCulture, $"{Figure.Median(times.Select(time => time.TotalMilliseconds)):0.0} ms");
}
