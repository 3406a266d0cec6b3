using Sitrep.Access;
using Sitrep.Chat.Web.Routes;
using Sitrep.Commands;
using Sitrep.Incidents;
using Sitrep.Storage;
using Sitrep.Storage.Rows;

namespace Sitrep.Chat.Web.Tables;

/// <summary>
/// The channels that somebody may see, in the order of the page: general, announcements, open incidents, closed ones,
/// others.
/// </summary>
internal static class ChannelList
{
    /// <summary>The channel where people talk before there is an incident.</summary>
    public const string General = "general";

    /// <summary>Reads the list.</summary>
    public static IReadOnlyList<ChannelResource> Of(IReads reads, BotSettings settings, Viewer viewer)
    {
        // An incident's channel has a topic, others have none; a channel's newest message is one step in an index.
        var stored = reads
            .Query<(string Name, long IsIncident, long Latest)>(
                """
                select c.name, case when c.topic is null then 0 else 1 end, coalesce((select max(id) from chat_messages m where m.channel = c.name), 0)
                from chat_channels c
                """
            )
            .ToDictionary(channel => channel.Name, StringComparer.Ordinal);
        long Latest(string name) => stored.TryGetValue(name, out var channel) ? channel.Latest : 0;
        var pages = IncidentQueries.WaitingPages(reads)
            .GroupBy(page => page.Incident)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<PageResource>)[.. group.Select(PageResource.Of)]);
        var incidents = IncidentQueries.Open(reads).OrderByDescending(incident => incident.Id.Number)
            .Concat(IncidentQueries.All(reads).Where(incident => !incident.IsOpen))
            .Where(incident => incident.Platform == Platforms.Web && May.See(viewer, incident))
            .Select(incident => Shown(incident, Latest(incident.ChannelId ?? incident.ChannelName), pages.GetValueOrDefault(incident.Id)))
            .ToList();
        var others = stored.Values
            .Where(channel => channel.IsIncident == 0 && channel.Name != General && channel.Name != settings.AnnouncementChannel)
            .Where(channel => ChatLog.MayRead(reads, channel.Name, Viewer.Anybody))
            .OrderBy(channel => channel.Name, StringComparer.Ordinal)
            .Select(channel => new ChannelResource(channel.Name, channel.Latest));
        return
        [
            new(General, Latest(General)),
            new(settings.AnnouncementChannel, Latest(settings.AnnouncementChannel), Announcements: true),
            .. incidents,
            .. others,
        ];
    }

    private static ChannelResource Shown(Incident incident, long latest, IReadOnlyList<PageResource>? pages) => new(
        incident.ChannelId ?? incident.ChannelName,
        latest,
        incident.Id.ToString(),
        incident.Title,
        incident.Severity?.ToString().ToLowerInvariant(),
        incident.IsOpen ? incident.Status.ToString().ToLowerInvariant() : "closed",
        incident.IsOpen,
        incident.Private,
        Pages: pages);
}
