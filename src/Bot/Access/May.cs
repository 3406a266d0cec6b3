using Sitrep.Chat;
using Sitrep.Incidents;

namespace Sitrep.Access;

/// <summary>The rights to see and to do: this is the only place that decides them.</summary>
internal static class May
{
    /// <summary>
    /// Whether a viewer may know that an incident exists, and whatever is recorded of it. A private one is for those who
    /// declared it, hold a role in it or were called into it, and for those whom its platform let into its channel.
    /// </summary>
    public static bool See(Viewer viewer, Incident incident) =>
        !incident.Private
        || viewer.IsOperator
        || (viewer.Person is { } person && incident.Involves(person))
        || (viewer.Channel is { } channel && WasLetIn(channel, incident));

    // A message from a channel proves that its sender is a member only where the platform keeps others out of it.
    private static bool WasLetIn(ChannelRef channel, Incident incident) =>
        Platforms.KeepsOthersOut(channel.Platform) && channel.Platform == incident.Platform
        && channel.Ids.Contains(incident.ChannelId);
}
