using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Incidents;
using Sitrep.Incidents.Courses;
using Sitrep.Prose;

namespace Sitrep.Commands.Incidents;

/// <summary><c>/incident reopen</c>: it is not over after all.</summary>
internal sealed class ReopenIncident : Command
{
    public override string Name => "incident reopen";

    public override string Summary => "open a closed incident again";

    public override string Example => "/incident reopen";

    internal override IReadOnlyList<Part> Parts { get; } = [new TextPart("reason") { IsOptional = true }];

    public override bool IsWeighty => true;

    public override Needs Needs => Needs.Other;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        if (incident.IsOpen) return Decision.Refuse(Line.Of($"{incident.Id} is open."), typed.Text);
        var after = incident with
        {
            Status = IncidentStatus.Investigating,
            ClosedAt = null,
            ClosedBy = null,
            EndedAt = null,
            Cancelled = false,
            CancelReason = null,
            DuplicateOf = null,
        };
        var ended = Line.Empty;
        if (incident.EndedAt is { } end)
        {
            ended = Line.Of($" It had ended at {situation.Show(end)}, after {Course.Of(incident, end).Words}; from now on it runs again.");
            after = after with { Pauses = [.. incident.Pauses, new(end, situation.Now)] };
        }

        var line = Line.Of($"🔴 {incident.Id} is open again — {situation.User}, {situation.Show(situation.Now)}.").Then(ended);
        var reason = typed.Text.Length > 0 ? typed.Text : null;
        if (reason is not null) line = line.Then(Line.Of($" Reason: {Excerpt.Of(reason, 1_500)}"));
        var decision = Decision.Change(
                after,
                line.Then(Line.Of($" The posted postmortem is brought up to date when it closes.")),
                new Amended(after),
                new Noted(incident.Id, new(NoteKind.Reopened, situation.Now, situation.Now, situation.User, null, reason)))
            .Posting(after, line);
        return situation.Other is { Incident: var same }
            ? decision with
            {
                Changes =
                [
                    .. decision.Changes,
                    new Amended(same with { Duplicates = [.. same.Duplicates.Where(link => link.Id != incident.Id)] }),
                ],
            }
            : decision;
    }
}
