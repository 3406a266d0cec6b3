using Sitrep.Benchmarks.Hosts;

namespace Sitrep.Benchmarks.Figures;

/// <summary>What one fsync for many commands is worth on a slow disk.</summary>
internal static class GroupCommit
{
    /// <summary>Measures.</summary>
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Workplace work)
    {
        var slow = ("FSYNC_DELAY", "5");
        await using var bot = work.Own(OwnHost.Bot, work.NewDatabase(), slow);
        await using var oneByOne = work.Own(OwnHost.OneByOne, work.NewDatabase(), slow);
        var rounds = await Throughput.RoundsAsync(64, bot, oneByOne);
        return [Throughput.Ratio("group commit ÷ a transaction a command, 5 ms added to each fsync", rounds[0], rounds[1], 15)];
    }
}
