using Sitrep.Chat;
using Sitrep.Chat.Events;
using Sitrep.Incidents;

namespace Sitrep.Commands.People;

/// <summary>
/// Finds whom a typed name means, the same wherever a command takes people: the event's own mentions first, then whoever
/// is known by that name. The decider must need <see cref="Needs.KnownNames"/>.
/// </summary>
internal static class NameResolver
{
    /// <summary>Every name that may hold blanks and still be one name.</summary>
    public static IReadOnlyList<string> Names(Situation situation) =>
    [
        .. situation.People.Concat(situation.Known.People).Select(person => person.Name),
        .. situation.Groups.Concat(situation.Known.Groups).Select(group => group.Name),
    ];

    /// <summary>Whether the name calls everybody who is there, and so nobody.</summary>
    public static bool IsEverybody(NamedParty party) =>
        party is { Person: null, Group: null }
        && party.Name.StartsWith('@')
        && MentionText.Broadcasts.Contains(party.Name[1..], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whom a name means.</summary>
    /// <param name="situation">The situation.</param>
    /// <param name="typed">The name, with or without <c>@</c>.</param>
    public static NamedParty Find(Situation situation, string typed)
    {
        var isMention = typed.StartsWith('@') || typed.StartsWith('＠');
        var name = typed.TrimStart('@', '＠').Trim();
        var here = situation.Incident?.Platform ?? situation.Channel.Platform;
        if (isMention && MentionText.Broadcasts.Contains(name, StringComparer.OrdinalIgnoreCase))
            return new("@" + name, null, null, "the bot pages people and groups, never everybody");
        if (situation.People.FirstOrDefault(person => Same(person.Name, name)) is { } mentioned) return Of(mentioned, here);
        if (Group(situation.Groups, name, here) is { } group) return Of(group, here);
        var known = situation
            .Known.People.Where(person => Same(person.Name, name))
            .OrderByDescending(person => person.Platform == here)
            .ToList();
        var same = known.Count(person => person.Platform == known[0].Platform);
        if (same > 1)
            return new("@" + name, null, null, $"{same} people are called so: pick the one you mean from the list that opens behind @");
        if (known.Count > 0) return Of(known[0], here);
        if (Group(situation.Known.Groups, name, here) is { } seen) return Of(seen, here);
        return isMention ? Unseen(name, here) : new(name, null, null, "a name, no account here");
    }

    // In the built-in chat whoever comes under a name is that person; elsewhere a typed name reaches nobody.
    private static NamedParty Unseen(string name, string here) =>
        new("@" + name, Person.Named(here, name), null, here == Platforms.Web ? null : "no account of this name is known here")
        {
            IsUnseen = true,
        };

    private static NamedParty Of(Person person, string here) =>
        new(person.ToString(), person, null, person.Platform == here ? null : $"an account on {person.Platform}; the incident is on {here}");

    private static NamedParty Of(Group group, string here) =>
        new(
            group.ToString(),
            null,
            group,
            group.Platform != here ? $"a group on {group.Platform}; the incident is on {here}"
            : group.IsMute ? "the bot may not mention this role: allow it in the role's settings"
            : null);

    private static Group? Group(IEnumerable<Group> groups, string name, string here) =>
        groups.Where(group => Same(group.Name, name)).OrderByDescending(group => group.Platform == here).FirstOrDefault();

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
