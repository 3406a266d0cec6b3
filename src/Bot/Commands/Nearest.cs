namespace Sitrep.Commands;

/// <summary>Finds what a mistyped word may have meant.</summary>
internal static class Nearest
{
    /// <summary>The candidate's name that is at most a third of its letters away; null where none is.</summary>
    public static string? Of<T>(string typed, IEnumerable<T> candidates, Func<T, string> name)
    {
        var best = candidates
            .Select(candidate => name(candidate))
            .Select(known => (Known: known, Distance: Distance(Beginning(typed, known), known)))
            .Where(pair => pair.Distance <= Math.Max(1, (pair.Known.Length + 1) / 3))
            .OrderBy(pair => pair.Distance)
            .FirstOrDefault();
        return best.Known;
    }

    // As many words of what was typed as the candidate has.
    private static string Beginning(string typed, string known) =>
        string.Join(' ', Head(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(known.Count(c => c == ' ') + 1)).ToLowerInvariant();

    // No command is as long; the whole of a long text need not be taken apart for each.
    private static string Head(string typed) => typed[..Math.Min(typed.Length, 200)];

    // Damerau-Levenshtein in its simple form: swapped neighbours, the commonest slip, count once.
    private static int Distance(string a, string b)
    {
        if (a.Length > 40) return int.MaxValue;
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) cost[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) cost[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[a.Length, b.Length];
    }
}
