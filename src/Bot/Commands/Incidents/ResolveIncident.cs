using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Incidents;

namespace Sitrep.Commands.Incidents;

/// <summary><c>/incident resolve</c>: short for the status that people look for by its verb.</summary>
internal sealed class ResolveIncident : Command
{
    public override string Name => "incident resolve";

    public override string Summary => "mark the incident resolved";

    public override string Example => "/incident resolve 15:40";

    internal override IReadOnlyList<Part> Parts { get; } =
    [
        OptionPart.When("at", "since when") with { MayLead = true },
        new TextPart { IsOptional = true },
    ];

    public override bool IsWeighty => true;

    public override Decision Decide(Situation situation, Arguments typed) =>
        SetStatus.Decide(situation, typed, IncidentStatus.Resolved, typed.Text);
}
