using Sitrep.Incidents;

namespace Sitrep.Commands;

/// <summary>Who may know of a private incident: those in its channel, who declared it, or who hold a role in it.</summary>
internal static class Privacy
{
    /// <summary>Whether the one who types may know of the incident.</summary>
    public static bool MaySee(Situation now, Incident incident) =>
        !incident.Private
        || incident.DeclaredBy.Id == now.User.Id
        || incident.Roles.Values.Any(person => person.Id == now.User.Id)
        || (now.Channel.Platform == incident.Platform && now.Channel.Id == incident.ChannelId);
}
