using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;

namespace Sitrep.Commands.Incidents;

/// <summary><c>/incident lead</c>: takes the lead, or gives it to somebody.</summary>
internal sealed class TakeLead : Command
{
    public override string Name => "incident lead";

    public override string Summary => "take the lead, or hand it over";

    public override string Example => "/incident lead";

    internal override IReadOnlyList<Part> Parts { get; } = [new PersonPart { IsOptional = true }];

    public override Needs Needs => Needs.KnownNames;

    public override Decision Decide(Situation situation, Arguments typed) =>
        AssignRole.Give(situation, "lead", typed.Value("user"), typed.Given);
}
