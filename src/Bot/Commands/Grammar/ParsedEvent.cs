namespace Sitrep.Commands.Grammar;

/// <summary>The meaning of a chat event.</summary>
/// <param name="Input">The command, or what happened to a message or channel.</param>
/// <param name="Typed">What a person typed, cleaned; what a form's fields held, a line each; empty where nobody typed.</param>
/// <param name="Dropped">What had to be left out of the text, as a sentence; null for nothing.</param>
internal sealed record ParsedEvent(ParsedInput Input, string Typed, string? Dropped);
