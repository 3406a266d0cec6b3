namespace Sitrep.Incidents;

/// <summary>Everything known of one incident: what a postmortem is made of.</summary>
/// <param name="Incident">The incident itself.</param>
/// <param name="Timeline">Its entries in the order recorded, removed ones left out. Sort with <see cref="InOrder"/> to show them.</param>
/// <param name="Escalations">Its escalations in the order recorded.</param>
/// <param name="Notes">What the bot noted, in the order recorded.</param>
public sealed record IncidentRecord(
    Incident Incident,
    IReadOnlyList<TimelineEntry> Timeline,
    IReadOnlyList<Escalation> Escalations,
    IReadOnlyList<IncidentNote> Notes)
{
    /// <summary>Entries by when they happened; within the same instant in the order typed.</summary>
    public IEnumerable<TimelineEntry> InOrder() => Timeline.OrderBy(entry => entry.At).ThenBy(entry => entry.Number);
}
