using Sitrep.Incidents;

namespace Sitrep.Commands;

/// <summary>Who may know of a private incident: those in its channel, who declared it, or who hold a role in it.</summary>
internal static class Privacy
{
    /// <summary>Whether the one who types may know of the incident.</summary>
    public static bool MaySee(Situation situation, Incident incident) =>
        !incident.Private
        || incident.DeclaredBy.Id == situation.User.Id
        || incident.Roles.Values.Any(person => person.Id == situation.User.Id)
        || (situation.Channel.Platform == incident.Platform && situation.Channel.Id == incident.ChannelId);
}
