using Sitrep.Chat.Events;

namespace Sitrep.Commands.Grammar;

/// <summary>The meaning of a text.</summary>
internal abstract record ParsedInput;

/// <summary>Nothing that was typed: something that happened to a message or a channel.</summary>
internal sealed record ChatEventInput(ChatEvent Event) : ParsedInput;

/// <summary>A command with its arguments.</summary>
internal sealed record KnownCommand(Command Command, Arguments Arguments) : ParsedInput;

/// <summary>A command for what is no incident's id.</summary>
/// <param name="Named">What was given for the id.</param>
/// <param name="Text">The free text given with it.</param>
internal sealed record UnknownIncident(string Named, string Text) : ParsedInput;

/// <summary>A word that is no command.</summary>
/// <param name="Words">What was typed, without the slash.</param>
/// <param name="Near">What may have been meant; null where nothing is near.</param>
/// <param name="Rest">What was typed behind them.</param>
internal sealed record UnknownWord(string Words, string? Near, string Rest) : ParsedInput;
