using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Incidents;

namespace Sitrep.Commands.Incidents;

/// <summary>A closed incident's channel is put away some days later, where the platform can.</summary>
public static class ChannelArchiving
{
    /// <summary>The reminder's name for it.</summary>
    public const string What = "put-away";

    /// <summary>The key of an incident's reminder.</summary>
    public static string ReminderKey(IncidentId id) => $"{id}/{What}";

    /// <summary>The reminder to set when the incident is closed; none where channels stay.</summary>
    public static IReadOnlyList<IncidentTimer> After(Situation situation, Incident incident) =>
        situation.Settings.ArchiveAfterDays > 0 && Platforms.Archives(incident.Platform)
            ? [new(ReminderKey(incident.Id), incident.Id, situation.Now.AddDays(situation.Settings.ArchiveAfterDays), What)]
            : [];

    /// <summary>What is done once it is due.</summary>
    public static IReadOnlyList<Effect> Effects(Incident incident) =>
        incident is { IsOpen: false, ChannelLost: null } ? [new ArchiveChannel(Destination.Of(incident))] : [];
}
