using Sitrep.Prose;

namespace Sitrep.Commands;

/// <summary>Why something was not done.</summary>
/// <param name="Reason">The reason and the next step, in one or two sentences.</param>
/// <param name="Text">The part of the typed text that it is about; empty where that is all of it, or nothing.</param>
public sealed record Refusal(Line Reason, string Text);
