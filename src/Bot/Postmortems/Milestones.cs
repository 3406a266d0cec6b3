using Sitrep.Incidents;

namespace Sitrep.Postmortems;

/// <summary>When an incident got how far. Null where nobody recorded it: it is never taken from elsewhere.</summary>
/// <param name="Detected">Somebody or something noticed.</param>
/// <param name="Escalated">More people were called in.</param>
/// <param name="CauseIdentified">The first finding.</param>
/// <param name="Mitigated">The harm ended.</param>
/// <param name="Resolved">It was over.</param>
internal sealed record Milestones(
    DateTimeOffset? Detected,
    DateTimeOffset? Escalated,
    DateTimeOffset? CauseIdentified,
    DateTimeOffset? Mitigated,
    DateTimeOffset? Resolved)
{
    /// <summary>Reads them off a record.</summary>
    public static Milestones Of(IncidentRecord record)
    {
        var incident = record.Incident;
        var cause = Cause(record);
        return new(
            First(record, EntryKind.Detection),
            Earliest(First(record, EntryKind.Escalation), record.Escalations.Min(escalation => escalation.At)),
            cause,
            incident.ImpactEndedAt ?? Mitigation(record, cause) ?? Status(record, "monitoring"),
            incident.EndedAt ?? Over(record));
    }

    /// <summary>When the first entry of a kind happened; null where there is none.</summary>
    internal static DateTimeOffset? First(IncidentRecord record, EntryKind kind) =>
        record.InOrder().FirstOrDefault(entry => entry.Is(kind))?.At;

    /// <summary>When the cause was known; null where nobody recorded it. A finding that proved wrong found nothing.</summary>
    internal static DateTimeOffset? Cause(IncidentRecord record) =>
        record.InOrder().FirstOrDefault(entry => entry.Is(EntryKind.Finding) && !entry.Is(EntryKind.DeadEnd))?.At
        ?? Status(record, "identified");

    // What was said before it was reopened was wrong. "Resolved" is said again where it was wrong the first time; the
    // other statuses count from the first time.
    private static DateTimeOffset? Over(IncidentRecord record)
    {
        var reopened = record.Incident.Pauses.Count > 0 ? record.Incident.Pauses[^1].To : DateTimeOffset.MinValue;
        var at = Said(record, "resolved").LastOrDefault()?.At
            ?? record.InOrder().LastOrDefault(entry => entry.Is(EntryKind.Resolution))?.At;
        return at >= reopened ? at : null;
    }

    // A failed attempt is no mitigation; the fix came after the cause was known, if it was known at all.
    private static DateTimeOffset? Mitigation(IncidentRecord record, DateTimeOffset? cause)
    {
        var tried = record.InOrder().Where(entry => entry.Is(EntryKind.Mitigation) && !entry.Is(EntryKind.DeadEnd)).ToList();
        return (tried.Find(entry => entry.At >= cause) ?? (tried.Count > 0 ? tried[0] : null))?.At;
    }

    private static DateTimeOffset? Status(IncidentRecord record, string status) => Said(record, status).FirstOrDefault()?.At;

    private static IEnumerable<IncidentNote> Said(IncidentRecord record, string status) =>
        record.Notes.Where(note => note.What == NoteKind.Status && note.Value == status);

    private static DateTimeOffset? Earliest(DateTimeOffset? a, DateTimeOffset? b) => a is null ? b : b is null || a < b ? a : b;
}
