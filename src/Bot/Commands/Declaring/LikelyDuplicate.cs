using Sitrep.Access;
using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Times;

namespace Sitrep.Commands.Declaring;

/// <summary>Tells of an open incident that says the same, before a second one is made: two rooms for one outage cost the most.</summary>
internal static class LikelyDuplicate
{
    /// <summary>The word that declares it all the same; only a button types it.</summary>
    public const string Anyway = "declare-anyway";

    private static readonly TimeSpan _fresh = TimeSpan.FromHours(2);
    private static readonly string[] _small =
        ["the", "a", "an", "is", "are", "was", "of", "in", "on", "for", "to", "and", "at", "with", "from", "again", "our", "returns", "return"];

    /// <summary>The question; null where nothing open is like it.</summary>
    public static Decision? Ask(Situation situation, Arguments typed, string title)
    {
        // A message that is declared from would be lost on the way through a question.
        if (typed.Has(Anyway) || situation.About is not null || Twin(situation, typed, title) is not { } twin) return null;
        var age = TimeText.Compact(situation.Now - twin.DeclaredAt);
        return Decision.Refuse(
            Line.Of(
                $"{twin.Id} \"{twin.Title}\" was opened {age} ago by {twin.DeclaredBy}: {new ChannelName(twin.ChannelName, twin.ChannelId)}. It may be the same."
            ),
            title,
            new Button($"Join {twin.Id}", $"/incident {twin.Id} show", ButtonLook.Primary),
            new Button("Declare anyway", $"/incident start {title}{typed.Retyped("title")} {Anyway}"));
    }

    /// <summary>The open incident that is like a new one; null where there is none.</summary>
    public static Incident? Twin(Situation situation, Arguments typed, string title)
    {
        if (typed.Has("drill")) return null;
        var seen = situation.Open.Where(open => !open.Drill && May.See(Viewer.Anybody, open)).ToList();
        return seen.FirstOrDefault(open => Same(open.Title, title))
            ?? seen.FirstOrDefault(open => situation.Now - open.DeclaredAt <= _fresh && IsLike(open.Title, title));
    }

    private static bool Same(string a, string b) => Words(a).SetEquals(Words(b));

    // Most of the words of the shorter one, and at least two of them.
    private static bool IsLike(string a, string b)
    {
        var (one, other) = (Words(a), Words(b));
        var shared = one.Intersect(other).Count();
        return shared >= 2 && shared * 3 >= Math.Max(one.Count, other.Count) * 2;
    }

    private static HashSet<string> Words(string title) =>
    [
        .. title.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim('.', ',', ';', ':', '!', '?', '"', '(', ')'))
            .Where(word => word.Length > 0 && !_small.Contains(word)),
    ];
}
