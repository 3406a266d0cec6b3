using Sitrep.Incidents;

namespace Sitrep.Postmortems;

/// <summary>
/// How long it took until …, in minutes from the incident's start. Null where nothing was recorded; never 0 for
/// "unknown".
/// </summary>
/// <param name="Detected">Until somebody or something noticed.</param>
/// <param name="Escalated">Until more people were called in.</param>
/// <param name="CauseIdentified">Until the first finding.</param>
/// <param name="Mitigated">Until the impact ended.</param>
/// <param name="Resolved">Until it was over.</param>
internal sealed record Phases(int? Detected, int? Escalated, int? CauseIdentified, int? Mitigated, int? Resolved)
{
    /// <summary>Reads them off a record.</summary>
    public static Phases Of(IncidentRecord record)
    {
        var incident = record.Incident;
        var cause = Cause(record);
        return new(
            Minutes(First(record, EntryKind.Detection)),
            Minutes(Earliest(First(record, EntryKind.Escalation), record.Escalations.Min(escalation => escalation.At))),
            Minutes(cause),
            Minutes(incident.ImpactEndedAt ?? Mitigation(record, cause) ?? Status(record, "monitoring")),
            Minutes(incident.EndedAt ?? Status(record, "resolved", last: true) ?? Last(record, EntryKind.Resolution)));

        int? Minutes(DateTimeOffset? at) => at is { } moment ? Clock.Minutes(incident.StartedAt, moment) : null;
    }

    /// <summary>When the first entry of a kind happened; null where there is none.</summary>
    internal static DateTimeOffset? First(IncidentRecord record, EntryKind kind) =>
        record.InOrder().FirstOrDefault(entry => entry.Is(kind))?.At;

    /// <summary>When the cause was known; null where nobody recorded it. A finding that proved wrong found nothing.</summary>
    internal static DateTimeOffset? Cause(IncidentRecord record) =>
        record.InOrder().FirstOrDefault(entry => entry.Is(EntryKind.Finding) && !entry.Is(EntryKind.DeadEnd))?.At
        ?? Status(record, "identified");

    private static DateTimeOffset? Last(IncidentRecord record, EntryKind kind) =>
        record.InOrder().LastOrDefault(entry => entry.Is(kind))?.At;

    // What was tried in vain is no mitigation; what helped came once the cause was known, where it was known at all.
    private static DateTimeOffset? Mitigation(IncidentRecord record, DateTimeOffset? cause)
    {
        var tried = record.InOrder().Where(entry => entry.Is(EntryKind.Mitigation) && !entry.Is(EntryKind.DeadEnd)).ToList();
        return (tried.Find(entry => entry.At >= cause) ?? (tried.Count > 0 ? tried[0] : null))?.At;
    }

    // "Resolved" is said again where it was wrong the first time; the other statuses count from the first time.
    private static DateTimeOffset? Status(IncidentRecord record, string status, bool last = false)
    {
        var said = record.Notes.Where(note => note.What == NoteKind.Status && note.Value == status);
        return (last ? said.LastOrDefault() : said.FirstOrDefault())?.At;
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? a, DateTimeOffset? b) => a is null ? b : b is null || a < b ? a : b;
}
