using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Incidents;
using Sitrep.Commands.Vocabulary;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Declaring;

/// <summary>Words of a title that could mean something else: a flag that may be its last word, a severity that stands in it.</summary>
internal static class TitleWords
{
    /// <summary>The word that keeps a flag in the title; only a button types it.</summary>
    public const string AsTitle = "as-title";

    /// <summary>The word that says that it is a flag.</summary>
    public const string AsFlag = "as-flag";

    private static readonly string[] _beforeDrill =
    [
        "a", "an", "the", "our", "this", "that", "for", "during", "after", "before", "of", "fire", "evacuation", "security", "safety",
        "failover", "recovery", "disaster", "dr", "emergency", "restore", "backup", "tabletop", "phishing", "ransomware", "cyber", "chaos",
        "game", "daily", "weekly", "monthly", "quarterly", "annual", "yearly", "scheduled", "planned", "practice", "region", "earthquake",
        "hammer", "power", "to",
    ];

    private static readonly string[] _beforePrivate =
    [
        "a", "an", "the", "our", "is", "are", "was", "were", "be", "been", "being", "not", "longer", "became", "become", "becomes", "made",
        "make", "go", "goes", "went", "gone", "stay", "stays", "stayed", "remain", "remains", "in", "to", "from", "and", "or", "marked", "set",
    ];

    /// <summary>Asks whether the last word is the title's or a flag: <c>Fire drill</c>; null where it is plain.</summary>
    public static Decision? AskAboutFlag(Arguments typed, string title)
    {
        if (typed.AttachedFlag is not { } flag || typed.Has(AsTitle) || typed.Has(AsFlag) || !IsWordOf(title, flag)) return null;
        var again = $"/incident start {title} {flag}{(typed with { Flags = [.. typed.Flags.Where(other => other != flag)] }).Retyped()}";
        return Decision.Refuse(
            Line.Of($"\"{flag}\" can be the last word of the title, or say that the incident is {Kind(flag)}."),
            "",
            new Button($"Title: {Excerpt.Of($"{title} {flag}", 16)}", $"{again} {AsTitle}"),
            new Button(Labels.Sentence(Kind(flag)), $"{again} {AsFlag}"));
    }

    /// <summary>The title with the flag that is its word, where a button said so.</summary>
    public static (string Title, Arguments Typed) Whole(Arguments typed, string title) =>
        typed.Has(AsTitle) && typed.Flags.FirstOrDefault(flag => flag != AsTitle) is { } flag
            ? ($"{title} {flag}", typed with { Flags = [.. typed.Flags.Where(other => other != flag)] })
            : (title, typed);

    /// <summary>The same decision with a button for the severity that the title names and nobody set.</summary>
    public static Decision OfferSeverity(Decision decision, Incident incident)
    {
        if (incident.Severity is not null || Severity(incident.Title) is not var (severity, word)) return decision;
        var level = SetSeverity.Word(severity);
        return decision
            .Adding(Line.Of($"The title says \"{word}\"; the severity is not set from it."))
            .With(new Button($"Set {level.ToUpperInvariant()}", $"/incident {incident.Id} severity {level}", ButtonLook.Primary));
    }

    private static (Severity Severity, string Word)? Severity(string title)
    {
        var words = title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (SeverityWords.ReadLevel(words[i]) is { } level) return (level, words[i]);
            var isMarked = words[i][0] is '[' or '(' || words[i][^1] == ':' || words[i].Contains('=', StringComparison.Ordinal);
            var value = words[i][(words[i].IndexOf('=', StringComparison.Ordinal) + 1)..];
            var isAtEdge = i == 0 || i == words.Length - 1;
            if ((isMarked || isAtEdge) && value.Count(char.IsLetter) > 1 && SeverityWords.Read(value) is { } named)
                return (named, words[i]);
            if (i + 1 < words.Length && SeverityWords.InFrontOf($"{words[i]} {words[i + 1]}") is var (apart, length) && length > words[i].Length)
                return (apart, $"{words[i]} {words[i + 1]}");
        }

        return null;
    }

    private static bool IsWordOf(string title, string flag)
    {
        var words = title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return false;
        var last = words[^1].ToLowerInvariant();
        return flag switch
        {
            "drill" => words.Length == 1 || _beforeDrill.Contains(last),
            "private" => _beforePrivate.Contains(last),
            _ => false,
        };
    }

    private static string Kind(string flag) => flag == "drill" ? "a drill" : flag;
}
