using System.Text.Json;
using Sitrep.Access;
using Sitrep.Chat.Web.Routes;
using Sitrep.Incidents;
using Sitrep.Storage;
using Sitrep.Storage.Rows;

namespace Sitrep.Chat.Web.Tables;

/// <summary>Escalations of open incidents that name somebody and wait for them.</summary>
internal static class WaitingPages
{
    /// <summary>Reads them, the newest first.</summary>
    public static IReadOnlyList<WaitingPageResource> Of(IReads reads, Viewer viewer)
    {
        if (viewer.Person is not { } person) return [];
        return
        [
            .. reads.Query<(string Incident, string Escalation)>(
                    """
                    select i.details, e.details from incidents i join escalations e on e.incident = i.number
                    where i.closed_at is null and i.platform = 'web' and e.acknowledged_at is null
                    """)
                .Select(row => (
                    Incident: JsonSerializer.Deserialize(row.Incident, StorageJson.Default.Incident)!,
                    Escalation: JsonSerializer.Deserialize(row.Escalation, StorageJson.Default.Escalation)!))
                .Where(page => page.Escalation.Entry is not { } entry
                    || IncidentQueries.Entry(reads, page.Incident.Id, entry) is { Removed: false })
                .Where(page => page.Escalation.Calls(person) && May.See(viewer, page.Incident))
                .OrderByDescending(page => page.Escalation.RecordedAt)
                .Select(page => Shown(page.Incident, page.Escalation)),
        ];
    }

    private static WaitingPageResource Shown(Incident incident, Escalation escalation) => new(
        incident.Id.ToString(),
        incident.Title,
        incident.Severity?.ToString().ToLowerInvariant(),
        incident.ChannelId ?? incident.ChannelName,
        escalation.Number,
        escalation.By.Name,
        Instants.ToText(escalation.RecordedAt),
        escalation.Text,
        escalation.Entry is { } entry ? $"/ack {incident.Id} {entry}" : $"/ack {incident.Id}");
}
