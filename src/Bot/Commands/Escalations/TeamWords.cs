using Sitrep.Commands.Grammar;

namespace Sitrep.Commands.Escalations;

/// <summary>Tells the name of a team from the words of a sentence.</summary>
internal static class TeamWords
{
    private const int MostWords = 4;

    private static readonly HashSet<string> _ends = new(StringComparer.OrdinalIgnoreCase)
    {
        "team", "teams", "on-call", "oncall", "squad", "group", "crew", "desk", "admins", "engineers", "engineering", "department", "staff",
    };

    private static readonly HashSet<string> _alone = new(StringComparer.OrdinalIgnoreCase)
    {
        "devops", "sre", "sres", "dba", "dbas", "noc", "soc", "secops", "netops", "infosec", "sysadmins", "oncall", "on-call",
    };

    private static readonly HashSet<string> _ordinary = new(StringComparer.OrdinalIgnoreCase)
    {
        "please", "pls", "can", "could", "would", "will", "we", "i", "you", "they", "it", "the", "a", "an", "our", "my", "your",
        "this", "that", "these", "there", "here", "is", "are", "was", "were", "be", "has", "have", "had", "do", "does", "did",
        "need", "needs", "want", "look", "looking", "check", "help", "see", "come", "join", "take", "tell", "hey", "hi", "hello",
        "thanks", "as", "because", "since", "for", "from", "in", "on", "at", "to", "with", "and", "or", "but", "so", "if", "not",
        "no", "all", "still", "again", "what", "who", "why", "when", "how", "until", "after", "before", "me", "us", "them",
    };

    /// <summary>Whether a word belongs to sentences, and to no name.</summary>
    public static bool IsOrdinary(string word) => _ordinary.Contains(word.Trim(',', ';', ':', '.', '!', '?'));

    /// <summary>How many characters the name of a team takes that certainly begins at a place; 0 where none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The place, at the beginning of a word.</param>
    /// <param name="teams">Names of teams that were called in before.</param>
    /// <param name="first">Whether nothing was named before it.</param>
    public static int LengthAt(string text, int start, IReadOnlyList<string> teams, bool first)
    {
        var known = teams.Where(team => Stands(text, start, team)).MaxBy(team => team.Length);
        if (known is not null) return known.Length;
        var end = start;
        for (var words = 1; words <= MostWords && end < text.Length; words++)
        {
            var next = EdgeWords.EndOfWord(text, end);
            var word = text[end..next].TrimEnd(',', ';', ':');
            var isWhole = next == text.Length || text[end..next].EndsWith(',');
            if (word.Length == 0 || word.Any(c => !IsInName(c)) || IsOrdinary(word)) return 0;
            var names = words == 1
                ? _alone.Contains(word) || IsJoined(word) || (isWhole && (first || next < text.Length || !IsOrdinary(word)))
                : _ends.Contains(word) || (isWhole && next < text.Length && first);
            if (names) return end + word.Length - start;
            if (isWhole) return 0;
            end = next;
            while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
        }

        return 0;
    }

    // backend-team, payments-oncall
    private static bool IsJoined(string word) =>
        word.IndexOfAny(['-', '_']) is > 0 and var cut
        && (_ends.Contains(word[(cut + 1)..]) || _ends.Contains(word[(word.LastIndexOfAny(['-', '_']) + 1)..]));

    private static bool IsInName(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '-' or '_' or '&' or '/' or '.';

    private static bool Stands(string text, int start, string team) =>
        string.Compare(text, start, team, 0, team.Length, StringComparison.OrdinalIgnoreCase) == 0
        && start + team.Length is var end
        && (end == text.Length || !char.IsLetterOrDigit(text[end]));
}
