using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;

namespace Sitrep.Commands.Incidents;

/// <summary><c>/incident lead</c>: takes the lead, or gives it to somebody.</summary>
public sealed class TakeLead : Command
{
    /// <inheritdoc/>
    public override string Name => "incident lead";

    /// <inheritdoc/>
    public override string Summary => "take the lead, or hand it over";

    /// <inheritdoc/>
    public override string Example => "/incident lead";

    /// <inheritdoc/>
    internal override IReadOnlyList<Part> Parts { get; } = [new PersonPart { IsOptional = true }];

    /// <inheritdoc/>
    public override Decision Decide(Situation situation, Arguments typed) =>
        AssignRole.Give(situation, "lead", typed.Value("user"), typed.Given);
}
