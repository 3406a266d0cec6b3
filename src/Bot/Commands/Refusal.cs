namespace Sitrep.Commands;

/// <summary>That something was not done; its answer says why.</summary>
/// <param name="Text">The part of the typed text that it is about; empty where that is all of it, or nothing.</param>
/// <param name="Part">The name of the command's part that is wrong; null where none is, or the text says which.</param>
internal sealed record Refusal(string Text, string? Part = null);
