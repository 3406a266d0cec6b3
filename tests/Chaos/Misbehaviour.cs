namespace Sitrep.Chaos;

/// <summary>What a platform of this machine does to calls, and what the bot must not do in turn.</summary>
internal static class Misbehaviour
{
    /// <summary>What a 429 asks to wait, and how late a late answer is.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    // Without each of these a run shows nothing about it.
    private static readonly (string Kind, string Word)[] _required =
        [("RateLimited", "429"), ("ServerError", "5xx"), ("CutBefore", "cut before"), ("AcceptThenCut", "cut after accepting")];

    /// <summary>Kinds of faults by their name on either platform, and the share of calls (0 to 1) that meets each.</summary>
    public static IReadOnlyList<(string Kind, double Share)> Shares { get; } =
        [("RateLimited", 0.15), ("ServerError", 0.1), ("CutBefore", 0.1), ("AcceptThenCut", 0.15), ("Delay", 0.05)];

    /// <summary>Whether every kind was met, and at least one when a channel was created.</summary>
    public static bool IsEnough(ILocalChat chat)
    {
        var met = chat.Faults;
        return Array.TrueForAll(_required, one => met.Any(fault => fault.Kind == one.Kind))
            && met.Any(fault => fault.Call == chat.Creation);
    }

    /// <summary>What was met, by kind.</summary>
    public static string Told(ILocalChat chat)
    {
        var met = chat.Faults;
        return $"{string.Join(", ", _required.Select(one => $"{met.Count(fault => fault.Kind == one.Kind)} {one.Word}"))}; {met.Count(fault => fault.Call == chat.Creation)} of all at channel creation";
    }

    /// <summary>Calls that came before the time that a 429 had named.</summary>
    /// <param name="calls">In the order they came; a lane is what the limit holds for.</param>
    /// <param name="deaths">When processes were killed: the next cannot know how long the one before was asked to wait.</param>
    public static int Early(IEnumerable<(DateTimeOffset At, string Lane, int Status)> calls, IReadOnlyList<DateTimeOffset> deaths)
    {
        var closed = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var (early, died) = (0, 0);
        foreach (var (at, lane, status) in calls)
        {
            for (; died < deaths.Count && deaths[died] <= at; died++) closed.Clear();
            if (closed.TryGetValue(lane, out var until) && at < until) early++;
            if (status == 429) closed[lane] = at + Wait;
        }

        return early;
    }
}
