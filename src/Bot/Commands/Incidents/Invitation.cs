using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Incidents;

namespace Sitrep.Commands.Incidents;

/// <summary>People who are paged or get a role are invited into the incident's channel if it takes an invitation.</summary>
internal static class Invitation
{
    /// <summary>The invitation; nothing where nobody needs one.</summary>
    /// <param name="situation">The situation.</param>
    /// <param name="incident">The incident.</param>
    /// <param name="people">Accounts, on whatever platform.</param>
    /// <param name="groups">Groups, on whatever platform.</param>
    public static IEnumerable<Effect> Of(
        Situation situation,
        Incident incident,
        IEnumerable<Person> people,
        IReadOnlyList<Group> groups)
    {
        var guests = people.Where(person => person.Platform == incident.Platform && person != incident.DeclaredBy).Distinct().ToList();
        return Platforms.Invites(incident.Platform, incident.Private) && guests.Count + groups.Count > 0
            ? [new InvitePeople(Destination.Of(incident), guests, situation.User) { Groups = groups }]
            : [];
    }

    /// <summary>A private incident is one that those who were called into it may see; any other stays as it is.</summary>
    public static Incident LetIn(Incident incident, IEnumerable<Person> people)
    {
        var strangers = people.Where(person => !incident.Involves(person)).Distinct().ToList();
        return incident.Private && strangers.Count > 0 ? incident with { CalledIn = [.. incident.CalledIn, .. strangers] } : incident;
    }
}
