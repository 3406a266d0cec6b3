using Sitrep.Incidents.Zones;

namespace Sitrep.Commands;

/// <summary>How the bot is set up, as far as commands care.</summary>
/// <param name="Zone">The zone of incidents that name none.</param>
/// <param name="ChannelName">How channels are named; <c>{number}</c> and <c>{slug}</c> stand for themselves.</param>
/// <param name="AnnouncementChannel">The channel that hears of every incident.</param>
/// <param name="Roles">The roles people can hold.</param>
internal sealed record BotSettings(Zone Zone, string ChannelName, string AnnouncementChannel, IReadOnlyList<string> Roles)
{
    /// <summary>After how many days a closed incident's channel is put away; 0 for never.</summary>
    public int ArchiveAfterDays { get; init; } = 7;

    /// <summary>The settings without configuration.</summary>
    public static BotSettings Default { get; } = new(Zone.Utc, "inc-{number}-{slug}", "incidents", ["lead", "comms", "scribe"]);
}
