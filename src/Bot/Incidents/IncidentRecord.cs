namespace Sitrep.Incidents;

/// <summary>Everything known of one incident: what a postmortem is made of.</summary>
/// <param name="Incident">The incident itself.</param>
/// <param name="Timeline">Its entries in the order recorded, removed ones left out. Sort with <see cref="InOrder"/> to show them.</param>
/// <param name="Escalations">Its escalations in the order recorded.</param>
/// <param name="Notes">What the bot noted, in the order recorded.</param>
internal sealed record IncidentRecord(
    Incident Incident,
    IReadOnlyList<TimelineEntry> Timeline,
    IReadOnlyList<Escalation> Escalations,
    IReadOnlyList<IncidentNote> Notes)
{
    private readonly IReadOnlyList<Escalation> _all = Escalations;

    /// <summary>Its escalations in the order recorded. One whose entry was removed is left out, and comes back with it.</summary>
    public IReadOnlyList<Escalation> Escalations
    {
        get => [.. _all.Where(escalation => escalation.Entry is null || Timeline.Any(entry => entry.Number == escalation.Entry))];
        init => _all = value;
    }

    /// <summary>The escalation that an entry is, even where the entry is removed; null where it is none.</summary>
    public Escalation? EscalationOf(int entry) => _all.FirstOrDefault(escalation => escalation.Entry == entry);

    /// <summary>Entries by when they happened; within the same instant in the order typed.</summary>
    public IEnumerable<TimelineEntry> InOrder() => Timeline.OrderBy(entry => entry.At).ThenBy(entry => entry.Number);

    /// <summary>The record after a change to it.</summary>
    public IncidentRecord With(IncidentChange change) => change switch
    {
        Declared declared => this with { Incident = declared.New },
        Amended amended => this with { Incident = amended.New },
        EntryRecorded recorded => this with { Timeline = [.. Timeline, recorded.Entry] },
        EntryCorrected corrected => this with
        {
            Timeline = [.. Timeline.Where(entry => entry.Number != corrected.After.Number).Append(corrected.After)
                .Where(entry => !entry.Removed).OrderBy(entry => entry.Number)],
        },
        EscalationRecorded recorded => this with { Escalations = [.. _all, recorded.Escalation] },
        EscalationAmended amended => this with
        {
            Escalations = [.. _all.Select(old => old.Number == amended.Escalation.Number ? amended.Escalation : old)],
        },
        Noted noted => this with { Notes = [.. Notes, noted.Note] },
        MessageMarked or MessageUnmarked or MessageRecorded => this,
        _ => throw new InvalidOperationException($"A change without an effect on the record: {change.GetType().Name}"),
    };
}
