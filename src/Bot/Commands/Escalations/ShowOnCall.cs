using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Prose;

namespace Sitrep.Commands.Escalations;

/// <summary><c>/oncall</c>: who is on call.</summary>
internal sealed class ShowOnCall : Command
{
    public override string Name => "oncall";

    public override string Summary => "who is on call";

    public override string Example => "/oncall payments";

    internal override IReadOnlyList<Part> Parts { get; } = [new TextPart("team") { IsOptional = true }];

    public override bool NeedsIncident => false;

    public override Decision Decide(Situation situation, Arguments typed) =>
        Decision.Refuse(
            Line.Of(
                $"On-call rotations are not available yet. `/escalate @name` calls a person in, `/escalate to:\"backend team\"` a team."
            ),
            typed.Text);
}
