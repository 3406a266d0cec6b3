using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Times;

namespace Sitrep.Commands.Escalations;

/// <summary><c>/ack</c>: takes an escalation: the one that names who types, else the newest that waits.</summary>
internal sealed class AcknowledgeEscalation : Command
{
    public override string Name => "ack";

    public override IReadOnlyList<string> Aliases => ["incident ack"];

    public override string Summary => "acknowledge an escalation";

    public override string Example => "/ack INC-7";

    internal override IReadOnlyList<Part> Parts { get; } = [IncidentPart.Any];

    public override Needs Needs => Needs.Record;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        var escalations = situation.Record!.Escalations;
        var waiting = escalations.Where(escalation => escalation.AcknowledgedAt is null).Reverse().ToList();
        if (waiting.Count == 0)
        {
            return (escalations.Count > 0 ? escalations[^1] : null) is { AcknowledgedBy: { } by, AcknowledgedAt: { } at }
                ? Decision.Refuse(Line.Of($"{by} acknowledged at {situation.Show(at)}. You do not need to do anything."))
                : Decision.Refuse(Line.Of($"{incident.Id} has no escalation that waits. `/escalate` calls somebody in."));
        }

        var mine = waiting.FirstOrDefault(escalation => escalation.To.Any(Names(situation.User))) ?? waiting[0];
        var taken = mine with { AcknowledgedAt = situation.Now, AcknowledgedBy = situation.User };
        var to = string.Join(", ", mine.To);
        var left = waiting.Count > 1 ? $" {waiting.Count - 1} more wait; /ack again takes the next." : "";
        var after =
            mine.At is { } since && situation.Now > since
                ? Line.Of($" ({TimeText.Compact(situation.Now - since)} after the call)")
                : Line.Empty;
        var line = Line.Of($"✅ {situation.User} acknowledged the escalation to {to} at {situation.Show(situation.Now)}")
            .Then(after)
            .Then(Line.Of($"."));
        return Decision.Change(
                incident,
                line.Then(Line.Of($"{left}")),
                new EscalationAmended(incident.Id, taken),
                new Noted(incident.Id, new(NoteKind.Acknowledged, situation.Now, situation.Now, situation.User, to, null)))
            .Posting(incident, line);
    }

    private static Func<string, bool> Names(Person user) => target =>
        string.Equals(target.TrimStart('@'), user.Name, StringComparison.OrdinalIgnoreCase);
}
