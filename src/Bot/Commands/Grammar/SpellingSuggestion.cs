namespace Sitrep.Commands.Grammar;

/// <summary>Finds what a mistyped word may have meant.</summary>
internal static class SpellingSuggestion
{
    /// <summary>The candidate that is at most a third of its letters away from a word; null where none is.</summary>
    public static string? Of(string typed, IEnumerable<string> candidates) => candidates
        .Select(known => (Known: known, Distance: Slips(typed, known)))
        .Where(pair => pair.Distance is not null)
        .OrderBy(pair => pair.Distance)
        .FirstOrDefault().Known;

    /// <summary>The same for what is written in several words; one that is begun rightly and not ended is near, too.</summary>
    /// <param name="typed">The words typed.</param>
    /// <param name="candidates">What is known, each in its words.</param>
    /// <returns>What may have been meant, and how many of the typed words stand for it.</returns>
    public static (IReadOnlyList<string> Words, int Typed)? Of(IReadOnlyList<string> typed, IEnumerable<IReadOnlyList<string>> candidates)
    {
        var near = candidates
            .Select(known => (Known: known, Match: Match(known, typed)))
            .Where(pair => pair.Match.Words > 0)
            .OrderBy(pair => pair.Known.Count - pair.Match.Words).ThenBy(pair => pair.Match.Slips)
            .ToList();
        return near.Count == 0 ? null : (near[0].Known, near[0].Match.Words);
    }

    private static (int Words, int Slips) Match(IReadOnlyList<string> known, IReadOnlyList<string> typed)
    {
        var (words, all) = (0, 0);
        while (words < known.Count && words < typed.Count && Slips(typed[words], known[words]) is { } slips)
            (words, all) = (words + 1, all + slips);
        return (words, all);
    }

    // How many slips of the fingers lie between two words; null where it is more than a third of the letters.
    private static int? Slips(string typed, string known) =>
        typed.Length <= 40
        && Distance(typed.ToLowerInvariant(), known.ToLowerInvariant()) is var slips
        && slips <= Math.Max(1, (known.Length + 1) / 3)
            ? slips
            : null;

    // Damerau-Levenshtein in its simple form: swapped neighbours, the commonest slip, count once.
    private static int Distance(string a, string b)
    {
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
