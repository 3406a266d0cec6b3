using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Incidents;

namespace Sitrep.Commands.Incidents;

/// <summary><c>/incident resolve</c>: short for the status that people look for by its verb.</summary>
public sealed class ResolveIncident : Command
{
    /// <inheritdoc/>
    public override string Name => "incident resolve";

    /// <inheritdoc/>
    public override string Summary => "it works again: status resolved";

    /// <inheritdoc/>
    public override string Example => "/incident resolve at:15:40";

    /// <inheritdoc/>
    internal override IReadOnlyList<Part> Parts { get; } =
    [
        OptionPart.When("at", "since when"),
        new TextPart { IsOptional = true },
    ];

    /// <inheritdoc/>
    public override Decision Decide(Situation situation, Arguments typed) => SetStatus.Decide(situation, typed, IncidentStatus.Resolved, typed.Text);
}
