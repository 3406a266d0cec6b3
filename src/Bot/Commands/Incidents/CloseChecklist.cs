using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Incidents;

/// <summary>
/// What the postmortem will want, asked before an incident closes and filled in from its timeline: a person looks at it
/// and confirms, so nothing is invented.
/// </summary>
internal static class CloseChecklist
{
    /// <summary>The word that asks for it: <c>/incident close ask</c>.</summary>
    public const string Flag = "ask";

    private const string Cause = "root-cause-summary";
    private const string Fix = "resolution";
    private const string ImpactEnd = "impact-ended";

    /// <summary>The questions besides the end.</summary>
    public static IReadOnlyList<FieldPart> Fields { get; } =
    [
        new(ImpactEnd) { Question = new("When did the impact end?", "14:41") },
        new(Fix) { Question = new("What fixed it?", IsMultiline: true) },
        new(Cause) { Question = new("Root cause, in a sentence") },
    ];

    /// <summary>The checklist as a form.</summary>
    public static Decision Ask(CloseIncident close, Situation situation)
    {
        var incident = situation.Incident!;
        var open = incident.ActionItems.Count(task => !task.Done);
        return Decision.Ask(
            Line.Of(
                $"Close {incident.Id}? {Card.SeverityOf(incident)}, {open} open {(open == 1 ? "task" : "tasks")}. Nothing was changed. Type `/incident close` to close it as it is."
            ),
            CommandForm.Of(
                close,
                $"/incident {incident.Id} close",
                $"Close {incident.Id}",
                "Close incident",
                (ImpactEnd, Typed(incident, incident.ImpactEndedAt)),
                (Fix, Known(incident.Resolution) ?? Last(situation.Record!, EntryKind.Resolution, EntryKind.Mitigation)),
                (Cause, incident.RootCauseSummary ?? Last(situation.Record!, EntryKind.Finding))));
    }

    /// <summary>The incident with what the checklist says; as it is where it says nothing.</summary>
    public static ChecklistRead Fill(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        if (typed.Option(ImpactEnd) is { } ended)
        {
            switch (MomentReader.Read(situation, ended, ImpactEnd, $"/incident {incident.Id} set {ImpactEnd} {MomentReader.Place}"))
            {
                case MomentRead.Unclear asked:
                    return new ChecklistRefused(asked.Answer);
                // A prefilled field that was not changed is the moment it was, to the second.
                case MomentRead.Understood read when ended != Typed(incident, incident.ImpactEndedAt):
                    incident = incident with { ImpactEndedAt = read.Moment };
                    break;
            }
        }

        if (typed.Option(Fix) is { } fix && fix != Known(incident.Resolution)) incident = incident with { Resolution = [fix] };
        if (typed.Option(Cause) is { } cause) incident = incident with { RootCauseSummary = cause };
        return new ChecklistFilled(incident);
    }

    private static string? Known(IReadOnlyList<string> steps) => steps.Count == 0 ? null : string.Join('\n', steps);

    private static string? Typed(Incident incident, DateTimeOffset? at) =>
        at is { } moment ? $"{incident.Zone.Local(moment):yyyy-MM-dd HH:mm} {incident.Zone.Label}" : null;

    private static string? Last(IncidentRecord record, params EntryKind[] kinds) =>
        record.InOrder().LastOrDefault(entry => !entry.Is(EntryKind.DeadEnd) && kinds.Any(entry.Is))?.Text;
}

/// <summary>A checklist, read.</summary>
internal abstract record ChecklistRead;

/// <summary>It could be read.</summary>
internal sealed record ChecklistFilled(Incident Incident) : ChecklistRead;

/// <summary>It could not.</summary>
internal sealed record ChecklistRefused(Decision Answer) : ChecklistRead;
