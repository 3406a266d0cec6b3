using Sitrep.Access;
using Sitrep.Chat.Web.Routes;
using Sitrep.Commands;
using Sitrep.Incidents;
using Sitrep.Storage;
using Sitrep.Storage.Rows;

namespace Sitrep.Chat.Web.Tables;

/// <summary>
/// The channels that somebody may see, in the order of the page: general, announcements, open incidents, closed ones,
/// others. Of the closed ones the newest are in the list; older ones are asked for.
/// </summary>
internal sealed class ChannelList(IReads reads, BotSettings settings, Viewer viewer, DateTimeOffset now)
{
    /// <summary>The channel where people talk before there is an incident.</summary>
    public const string General = "general";

    /// <summary>The most closed incidents that one read returns.</summary>
    public const int MostClosed = 50;

    /// <summary>The list.</summary>
    public IReadOnlyList<ChannelResource> Newest()
    {
        // An incident's channel has a topic, others have none.
        var others = reads.Query<string>("select name from chat_channels where topic is null")
            .Where(name => name != General && name != settings.AnnouncementChannel && ChatLog.MayRead(reads, name, Viewer.Anybody))
            .Order(StringComparer.Ordinal)
            .Select(Plain);
        return
        [
            Plain(General),
            Plain(settings.AnnouncementChannel) with { Announcements = true },
            .. Shown(
                IncidentQueries.Open(reads).OrderByDescending(incident => incident.Id.Number),
                IncidentQueries.WaitingPages(reads).ToLookup(page => page.Incident, PageResource.Of)),
            .. Older(null, null),
            .. others,
        ];
    }

    /// <summary>Closed incidents, the newest first.</summary>
    /// <param name="before">Only those declared before this number; null for all.</param>
    /// <param name="words">Only those whose id or title holds these words; null for all.</param>
    public IReadOnlyList<ChannelResource> Older(long? before, string? words) =>
        Shown(IncidentQueries.Closed(reads, before, words, MostClosed));

    /// <summary>One channel, by its name.</summary>
    public IReadOnlyList<ChannelResource> Named(string name) =>
        ChatLog.IncidentIn(reads, name) is { } incident ? Shown([incident])
        : ChatLog.MayRead(reads, name, viewer) ? [Plain(name)]
        : [];

    private List<ChannelResource> Shown(IEnumerable<Incident> incidents, ILookup<IncidentId, PageResource>? pages = null) =>
    [
        .. incidents.Where(incident => incident.Platform == Platforms.Web && May.See(viewer, incident))
            .Select(incident => Shown(incident, pages?.Contains(incident.Id) == true ? [.. pages[incident.Id]] : null)),
    ];

    private ChannelResource Plain(string name) => new(name, ChatLog.LastIn(reads, name), Zone: ZoneResource.Of(settings.Zone, now));

    private ChannelResource Shown(Incident incident, IReadOnlyList<PageResource>? pages) => new(
        incident.ChannelId ?? incident.ChannelName,
        ChatLog.LastIn(reads, incident.ChannelId ?? incident.ChannelName),
        incident.Id.ToString(),
        incident.Title,
        incident.Severity?.ToString().ToLowerInvariant(),
        incident.IsOpen ? incident.Status.ToString().ToLowerInvariant() : "closed",
        incident.IsOpen,
        incident.Private,
        Pages: pages,
        Zone: ZoneResource.Of(incident.Zone, now));
}
