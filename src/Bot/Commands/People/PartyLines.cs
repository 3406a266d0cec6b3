using Sitrep.Chat;
using Sitrep.Prose;

namespace Sitrep.Commands.People;

/// <summary>Says of the names that were typed who was not notified, and who is not known.</summary>
internal static class PartyLines
{
    /// <summary>The addition to the answer; empty if everybody was notified.</summary>
    public static IEnumerable<Line> Of(IReadOnlyList<NamedParty> parties)
    {
        var silent = parties.Where(party => !party.IsNotified).ToList();
        if (silent.Count > 0)
        {
            var start = silent.Count == parties.Count ? Line.Of($"⚠️ Nobody was notified: ") : Line.Of($"⚠️ Not notified: ");
            yield return start.Then(Line.Of($"{string.Join("; ", silent.Select(party => $"{party.Name} ({party.Silence})"))}."));
        }

        var unseen = parties.Where(party => party is { IsUnseen: true, IsNotified: true }).Select(party => party.Name).ToList();
        if (unseen.Count > 0)
            yield return Line.Of(
                $"⚠️ Nobody here has used the name {string.Join(", ", unseen)} yet. Check the spelling; whoever comes under that name sees the page."
            );
    }

    /// <summary>The same for somebody who got a role or a task.</summary>
    public static IEnumerable<Line> Of(NamedParty party, string platform)
    {
        if (party.IsUnseen && platform == Platforms.Web)
            yield return Line.Of($"⚠️ Nobody here has used the name {party.Name} yet. Check the spelling.");
        else if (party.Silence is { } silence) yield return Line.Of($"⚠️ {party.Name} was not notified: {silence}.");
    }
}
