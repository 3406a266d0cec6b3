using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.People;

namespace Sitrep.Commands.Escalations;

/// <summary>
/// <c>/escalate</c>: calls people or teams in and records it, as an escalation and, unless its time is unknown, as a
/// timeline entry like any other.
/// </summary>
internal sealed class EscalateIncident : Command
{
    private const string Unknown = "unknown";

    public override string Name => "escalate";

    public override IReadOnlyList<string> Aliases => ["incident escalate", "incident page"];

    public override string Summary => "call people or teams in, and record it";

    public override string Example => "/escalate to:\"backend team, @li\" error rate still rising";

    internal override IReadOnlyList<Part> Parts { get; } =
    [
        new PeoplePart("to", "@li, or \"backend team, DevOps team\"") { Question = new("Who?", "@li, backend team", IsRequired: true) },
        new TextPart { IsOptional = true, Question = new("What do they need to know?", IsMultiline: true) },
        OptionPart.Text("from", "WHO", "who hands over"),
        OptionPart.When("at", "14:05, 10m ago, unknown") with
        {
            Or = Unknown,
            Question = new("When?", "empty means now; unknown is fine"),
        },
        new KindsPart { IsOptional = true },
    ];

    public override bool AsksForMissing => true;

    public override Needs Needs => Needs.LastNumbers | Needs.KnownNames;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        var names = NameResolver.Names(situation);
        var read = EscalationTargets.Read(typed, names, situation.Known.Teams);
        if (read.Offers.Count > 0) return TargetQuestion.Ask(situation, typed, read);
        var parties = read.Targets.Select(target => NameResolver.Find(situation, target)).DistinctBy(party => party.Name).ToList();
        if (parties.TrueForAll(NameResolver.IsEverybody)) return TargetQuestion.AskByForm(this, incident, typed, read, parties);
        if (WordMeaning.Same(typed.Option("at") ?? "", Unknown)) return EscalationRecord.Of(situation, typed, read, parties, null);
        var again = TargetQuestion.Again(incident, typed, read, MomentReader.Place);
        var at = read.When is { } when
            ? MomentReader.Read(situation, when, again)
            : MomentReader.Read(situation, typed.Option("at"), "at", again);
        return at switch
        {
            MomentRead.Understood moment => EscalationRecord.Of(situation, typed, read, parties, moment),
            MomentRead.Unclear asked => asked.Answer,
            _ => throw new InvalidOperationException("A moment is read or asked for"),
        };
    }
}
