using System.Collections.Frozen;
using Sitrep.Commands.Grammar;
using Sitrep.Incidents;

namespace Sitrep.Commands.Vocabulary;

/// <summary>Severities as other trackers and other teams write them. They count only where a severity is expected.</summary>
internal static class SeverityWords
{
    private static readonly FrozenDictionary<string, Severity> _words = new Dictionary<string, Severity>
    {
        ["critical"] = Severity.Sev1,
        ["crit"] = Severity.Sev1,
        ["blocker"] = Severity.Sev1,
        ["fatal"] = Severity.Sev1,
        ["emergency"] = Severity.Sev1,
        ["urgent"] = Severity.Sev1,
        ["highest"] = Severity.Sev1,
        ["major"] = Severity.Sev2,
        ["high"] = Severity.Sev2,
        ["moderate"] = Severity.Sev3,
        ["medium"] = Severity.Sev3,
        ["normal"] = Severity.Sev3,
        ["minor"] = Severity.Sev4,
        ["low"] = Severity.Sev4,
        ["trivial"] = Severity.Sev5,
        ["lowest"] = Severity.Sev5,
        ["info"] = Severity.Sev5,
        ["informational"] = Severity.Sev5,
        ["cosmetic"] = Severity.Sev5,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly char[] _marks = ['"', '\'', '*', '.', ',', ';', ':', '!', '(', ')', '[', ']', '#', '-', '–', '—'];

    // Longest first: "severity" begins with "sev".
    private static readonly string[] _prefixes = ["severity", "priority", "prio", "sev", "p", "s"];

    /// <summary>Reads <c>sev2</c>, <c>2</c>, <c>P2</c>, <c>SEV 2</c>, <c>major</c>; null for anything else.</summary>
    public static Severity? Read(string word)
    {
        var bare = word.Trim().Trim(_marks);
        return _words.TryGetValue(bare, out var named) ? named : Level(bare, ["", .. _prefixes]);
    }

    /// <summary>Reads a level that says of itself that it is one: <c>P1</c>, <c>sev-1</c>, <c>SEV1:</c>.</summary>
    public static Severity? ReadLevel(string word) => Level(word.Trim(_marks), _prefixes);

    /// <summary>The severity in front of a text, and how many characters it takes; null where it begins with none.</summary>
    public static (Severity Severity, int Length)? InFrontOf(string text)
    {
        var first = EdgeWords.EndOfWord(text, 0);
        var behind = first;
        while (behind < text.Length && char.IsWhiteSpace(text[behind])) behind++;
        var second = EdgeWords.EndOfWord(text, behind);
        // "SEV 1", "priority 2": two words, one severity.
        if (second > behind && _prefixes.Contains(text[..first].TrimEnd(':', '-'), StringComparer.OrdinalIgnoreCase)
            && Level(text[behind..second].TrimEnd(',', ':', ';', '.'), [""]) is { } level) return (level, second);
        return Read(text[..first]) is { } severity ? (severity, first) : null;
    }

    private static Severity? Level(string word, IEnumerable<string> prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (!word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) continue;
            var digits = word.AsSpan(prefix.Length);
            if (prefix.Length > 0) digits = digits.TrimStart("-_ ");
            // Where the scale begins at 0, that is its worst.
            if (digits.Length == 1 && digits[0] is >= '0' and <= '5') return (Severity)Math.Max(1, digits[0] - '0');
        }

        return null;
    }
}
