using Sitrep.Chat.Events;

namespace Sitrep.Commands.People;

/// <summary>Reads a name where one person is asked for.</summary>
internal static class PersonReader
{
    /// <summary>Whom the words mean.</summary>
    /// <param name="situation">The situation.</param>
    /// <param name="typed">The words; null for whoever types.</param>
    public static PersonRead Read(Situation situation, string? typed)
    {
        if (typed is null)
            return new PersonRead.Understood(new(situation.User.ToString(), situation.User, null, null), situation.User);
        var names = NameResolver.Names(situation);
        var mentions = MentionText.In(typed, names);
        if (mentions.Count > 1) return new PersonRead.Several([.. mentions.Select(mention => "@" + mention.Name)]);
        var isName = mentions is [{ Start: 0 } mention]
            ? mention.Length == typed.Length
            : !typed.Any(char.IsWhiteSpace) || IsKnown(names, typed);
        if (!isName || typed.Trim('@', ' ').Length == 0) return PersonRead.Unreadable.Instance;
        var party = NameResolver.Find(situation, "@" + typed.TrimStart('@'));
        return party is { Person: { } person } ? new PersonRead.Understood(party, person) : PersonRead.Unreadable.Instance;
    }

    private static bool IsKnown(IReadOnlyList<string> names, string typed) =>
        names.Contains(typed.TrimStart('@'), StringComparer.OrdinalIgnoreCase);
}
