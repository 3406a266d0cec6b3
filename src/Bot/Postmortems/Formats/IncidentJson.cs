using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sitrep.Incidents;
using Sitrep.Incidents.Courses;
using Sitrep.Incidents.Zones;

namespace Sitrep.Postmortems.Formats;

/// <summary>The incident as JSON, as other programs rely on it. Instants carry the zone's offset; what is not known is null.</summary>
internal static class IncidentJson
{
    private static readonly JsonSerializerOptions _options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes it.</summary>
    public static string Of(IncidentRecord record, Zone zone, DateTimeOffset now)
    {
        var incident = record.Incident;
        var phases = Phases.Of(record);
        return new JsonObject
        {
            ["id"] = incident.Id.ToString(),
            ["title"] = incident.Title,
            ["severity"] = incident.Severity?.ToString().ToLowerInvariant(),
            ["status"] = incident.IsOpen ? incident.Status.ToString().ToLowerInvariant() : "closed",
            ["zone"] = zone.Label,
            ["service"] = incident.Service,
            ["private"] = incident.Private,
            ["drill"] = incident.Drill,
            ["cancelled"] = incident.Cancelled,
            ["cancel_reason"] = incident.CancelReason,
            ["duplicate_of"] = incident.DuplicateOf?.Id.ToString(),
            ["duplicates"] = List(incident.Duplicates, link => link.Id.ToString()),
            ["related"] = List(incident.Related, link => link.Id.ToString()),
            ["start"] = At(incident.StartedAt),
            ["impact_end"] = At(incident.ImpactEndedAt),
            ["end"] = At(incident.EndedAt),
            ["duration_minutes"] = incident.EndedAt is { } end ? Course.Of(incident, end).Length.Minutes : null,
            ["duration"] = incident.EndedAt is { } ended ? Course.Of(incident, ended).Words : null,
            ["stretches"] = List(Course.Of(incident, now).Stretches, stretch => new JsonObject
            {
                ["start"] = At(stretch.From),
                ["end"] = incident.EndedAt is null && stretch.To == now ? null : At(stretch.To),
                ["minutes"] = Length.Between(stretch.From, stretch.To).Minutes,
            }),
            ["summary"] = incident.Summary,
            ["impact"] = incident.Impact,
            ["affected_percent"] = incident.AffectedPercent?.Amount,
            ["affected_count"] = incident.AffectedCount?.Amount,
            ["affected"] = List(incident.Affected, words => words),
            ["detection"] = incident.Detection,
            ["root_cause"] = incident.RootCause,
            ["root_cause_summary"] = incident.RootCauseSummary,
            ["resolution"] = List(incident.Resolution, step => step),
            ["closing"] = incident.Closing,
            ["timeline"] = List(record.InOrder(), Entry),
            ["escalations"] = List(record.Escalations, Escalated),
            ["improvements"] = List(incident.Improvements, improvement => new JsonObject { ["text"] = improvement.Text }),
            ["action_items"] = List(incident.ActionItems, item => new JsonObject
            {
                ["n"] = item.Number,
                ["text"] = item.Text,
                ["owner"] = item.Owner,
                ["due"] = item.Due?.ToString("yyyy-MM-dd"),
                ["done"] = item.Done,
            }),
            ["attachments"] = List(incident.Attachments, attachment => new JsonObject
            {
                ["url"] = attachment.Url,
                ["alt"] = attachment.Alt,
                ["place"] = attachment.Place.ToString().ToLowerInvariant(),
            }),
            ["roles"] = new JsonObject(incident.Roles.Select(role => KeyValuePair.Create(role.Key, (JsonNode?)role.Value.Name))),
            ["phases"] = new JsonObject
            {
                ["detected"] = phases.Detected,
                ["escalated"] = phases.Escalated,
                ["cause_identified"] = phases.CauseIdentified,
                ["mitigated"] = phases.Mitigated,
                ["resolved"] = phases.Resolved,
            },
            ["dead_ends"] = List(DeadEnd.Of(record, now), dead => new JsonObject { ["n"] = dead.Entry.Number, ["minutes"] = dead.Minutes }),
            ["warnings"] = List(Warnings.Of(record), warning => warning),
            ["notes"] = List(record.Notes, note => new JsonObject
            {
                ["what"] = note.What.ToString().ToLowerInvariant(),
                ["at"] = At(note.At),
                ["recorded_at"] = At(note.RecordedAt),
                ["by"] = note.By.Name,
                ["value"] = note.Value,
                ["text"] = note.Text,
            }),
        }.ToJsonString(_options);

        string? At(DateTimeOffset? instant) =>
            instant is { } moment
                ? zone.Local(moment)
                    .ToString(moment.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:sszzz" : "yyyy-MM-dd'T'HH:mm:ss.fffzzz")
                : null;

        JsonNode Entry(TimelineEntry entry) => new JsonObject
        {
            ["n"] = entry.Number,
            ["at"] = At(entry.At),
            ["until"] = At(entry.Until),
            ["recorded_at"] = At(entry.RecordedAt),
            ["by"] = entry.By.Name,
            ["text"] = entry.Text,
            ["kind"] = entry.Kinds[0].Tag(),
            ["kinds"] = List(entry.Kinds, kind => kind.Tag()),
            ["note"] = entry.Note,
            ["approximate"] = entry.Approximate,
            ["typed_time"] = entry.TypedTime,
        };

        JsonNode Escalated(Escalation escalation) => new JsonObject
        {
            ["to"] = List(escalation.To, target => target),
            ["from"] = escalation.From,
            ["at"] = At(escalation.At),
            ["text"] = escalation.Text,
            ["acknowledged_at"] = At(escalation.AcknowledgedAt),
            ["acknowledged_by"] = escalation.AcknowledgedBy?.Name,
            ["entry"] = escalation.Entry,
        };
    }

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => new([.. items.Select(node)]);
}
