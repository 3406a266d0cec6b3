using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Escalations;

/// <summary>
/// <c>/ack</c>: takes an escalation: the one whose number is given, else the one that names who types, else the newest
/// that waits.
/// </summary>
internal sealed class AcknowledgeEscalation : Command
{
    public override string Name => "ack";

    public override IReadOnlyList<string> Aliases => ["incident ack"];

    public override string Summary => "acknowledge an escalation";

    public override string Example => "/ack INC-7";

    internal override IReadOnlyList<Part> Parts { get; } =
        [IncidentPart.Any, new NumberPart(NumberOf.Escalation) { IsOptional = true }];

    public override Needs Needs => Needs.Record;

    internal override bool IgnoresText => true;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var escalations = situation.Record!.Escalations;
        var waiting = escalations.Where(escalation => escalation.AcknowledgedAt is null).Reverse().ToList();
        if (typed.Number is { } number)
        {
            if (escalations.FirstOrDefault(escalation => escalation.Entry == number) is { } named)
                return named.AcknowledgedAt is null ? Take(situation, named, waiting.Count - 1) : Taken(situation, named);
            return Decision.Refuse(Line.Of($"No. {number} of {situation.Incident!.Id} is no escalation."), typed.Given);
        }

        if (waiting.Count == 0)
        {
            return escalations.Count > 0
                ? Taken(situation, escalations[^1])
                : Decision.Refuse(Line.Of($"{situation.Incident!.Id} has no escalation that waits. `/escalate` calls somebody in."));
        }

        var mine = waiting.FirstOrDefault(escalation => Names(escalation, situation.User)) ?? waiting[0];
        return Take(situation, mine, waiting.Count - 1);
    }

    private static Decision Take(Situation situation, Escalation mine, int others)
    {
        var incident = situation.Incident!;
        var taken = mine with { AcknowledgedAt = situation.Now, AcknowledgedBy = situation.User };
        var to = string.Join(", ", mine.To);
        var left = others > 0 ? $" {others} more {(others == 1 ? "waits" : "wait")}; `/ack` again takes the next." : "";
        var line = Line.Of($"✅ {situation.User} acknowledged the escalation to {to} at {situation.Show(situation.Now)}")
            .Then(PageMessage.After(taken))
            .Then(Line.Of($"."));
        return Decision.Change(
                incident,
                line.Then(Line.Of($"{left}")),
                new EscalationAmended(incident.Id, taken),
                new Noted(incident.Id, new(NoteKind.Acknowledged, situation.Now, situation.Now, situation.User, to, null)))
            .Posting(incident, line);
    }

    private static Decision Taken(Situation situation, Escalation escalation) =>
        Decision.Refuse(
            Line.Of(
                $"{escalation.AcknowledgedBy!} acknowledged the escalation to {string.Join(", ", escalation.To)} at {situation.Show(escalation.AcknowledgedAt!.Value)}. You do not need to do anything."
            ));

    private static bool Names(Escalation escalation, Person user) =>
        escalation.People.Contains(user)
        || escalation.To.Any(target => string.Equals(target.TrimStart('@'), user.Name, StringComparison.OrdinalIgnoreCase));
}
