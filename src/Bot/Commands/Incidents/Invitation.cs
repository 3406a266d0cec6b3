using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Incidents;

namespace Sitrep.Commands.Incidents;

/// <summary>Whoever is called in, or gets a role, is brought into the incident's channel where that takes an invitation.</summary>
internal static class Invitation
{
    /// <summary>The invitation; nothing where nobody needs one.</summary>
    public static IEnumerable<Effect> Of(Situation situation, Incident incident, IEnumerable<Person> people)
    {
        // Somebody known by a typed name alone, or from another platform, is nobody whom this one could find.
        List<Person> known =
        [
            .. people
                .Where(person => person.Platform == incident.Platform && person.Id != person.Name && person != incident.DeclaredBy)
                .Distinct(),
        ];
        return Platforms.Invites(incident.Platform, incident.Private) && known.Count > 0
            ? [new InvitePeople(Destination.Of(incident), known, situation.User)]
            : [];
    }
}
