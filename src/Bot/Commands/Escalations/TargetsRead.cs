using Sitrep.Commands.Grammar;

namespace Sitrep.Commands.Escalations;

/// <summary>Whom an escalation's text calls in, and what is left of it.</summary>
/// <param name="Targets">Whom: people and groups with <c>@</c>, teams without, each once.</param>
/// <param name="Text">What they are to know.</param>
/// <param name="When">The moment that stood before, between or behind them; null for none.</param>
internal sealed record TargetsRead(IReadOnlyList<string> Targets, string Text, WrittenTime? When)
{
    /// <summary>The words of which it is not clear whether they name a team or begin the text; null where everything is clear.</summary>
    public string? Doubt { get; init; }

    /// <summary>The possible meanings, the likeliest first, if something is in doubt.</summary>
    public IReadOnlyList<TargetsRead> Offers { get; init; } = [];
}
