using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Incidents;

namespace Sitrep.Commands.Incidents;

/// <summary>A closed incident's channel is archived some days later, where the platform can.</summary>
internal static class ChannelArchiving
{
    private static readonly ArchiveDue _purpose = new();

    /// <summary>The key of an incident's timer.</summary>
    public static string KeyOf(IncidentId id) => IncidentTimer.KeyOf(id, _purpose);

    /// <summary>The timer to set when the incident is closed; none where channels stay.</summary>
    public static IReadOnlyList<IncidentTimer> After(Situation situation, Incident incident) =>
        situation.Settings.ArchiveAfterDays > 0 && Platforms.Archives(incident.Platform)
            ? [new(incident.Id, situation.Now.AddDays(situation.Settings.ArchiveAfterDays), _purpose)]
            : [];

    /// <summary>The action once it is due.</summary>
    public static IReadOnlyList<Effect> Effects(Incident incident) =>
        incident is { IsOpen: false, ChannelLost: null } ? [new ArchiveChannel(Destination.Of(incident))] : [];
}
