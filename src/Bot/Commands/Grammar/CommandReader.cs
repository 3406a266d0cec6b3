using Sitrep.Chat.Events;
using Sitrep.Incidents;

namespace Sitrep.Commands.Grammar;

/// <summary>Finds the command that a text means. The longest words win; an incident's id may stand before or behind them.</summary>
public static class CommandReader
{
    /// <summary>Reads a text that starts with a slash.</summary>
    public static ParsedInput Read(string text)
    {
        var rest = text.Trim()[1..];
        var root = ArgumentReader.FirstWord(rest);
        rest = ArgumentReader.AfterFirstWord(rest);
        if (!CommandTable.Roots.Contains(root))
            return new UnknownWord(root, CommandTable.WithoutRoot(root) ?? SpellingSuggestion.Of(root, CommandTable.Roots), rest);
        IncidentId? incident = null;
        if (IncidentId.TryParse(ArgumentReader.FirstWord(rest), out var id))
        {
            incident = id;
            rest = ArgumentReader.AfterFirstWord(rest);
        }

        foreach (var (words, command) in CommandTable.ByWords(root))
        {
            if (Behind(words, rest) is not { } remaining || !Fits(command, ref incident, ref remaining)) continue;
            return new KnownCommand(command, ArgumentReader.Read(command, remaining, incident));
        }

        if (incident is not null && rest.Length == 0) return new KnownCommand(CommandTable.Show, new() { Incident = incident });
        var word = ArgumentReader.FirstWord(rest);
        string[] typed = [word, ArgumentReader.FirstWord(ArgumentReader.AfterFirstWord(rest))];
        if (SpellingSuggestion.Of(typed, CommandTable.ByWords(root).Select(entry => entry.Words)) is not var (near, meant))
            return new UnknownWord($"{root} {word}", null, ArgumentReader.AfterFirstWord(rest));
        for (; meant > 0; meant--) rest = ArgumentReader.AfterFirstWord(rest);
        return new UnknownWord($"{root} {word}", $"{root} {string.Join(' ', near)}", rest);
    }

    // What is left of the text behind these words; null where the text does not start with them.
    private static string? Behind(IReadOnlyList<string> words, string text)
    {
        foreach (var word in words)
        {
            if (!string.Equals(ArgumentReader.FirstWord(text), word, StringComparison.OrdinalIgnoreCase)) return null;
            text = ArgumentReader.AfterFirstWord(text);
        }

        return text;
    }

    private static bool Fits(Command command, ref IncidentId? incident, ref string rest)
    {
        if (command.Grammar.Follows == Follows.Text) return true;
        // `/timeline mark INC-7 3` and `/ack INC-7` are as good as the id in front.
        if (incident is null && IncidentId.TryParse(ArgumentReader.FirstWord(rest), out var id))
        {
            incident = id;
            rest = ArgumentReader.AfterFirstWord(rest);
        }

        return command.Grammar.Follows == Follows.Nothing
            ? rest.Length == 0
            : ArgumentReader.NumberIn(ArgumentReader.FirstWord(rest)) is not null;
    }
}

/// <summary>What a text turned out to be.</summary>
public abstract record ParsedInput;

/// <summary>Nothing that was typed: something that happened to a message or a channel.</summary>
public sealed record ChatEventInput(ChatEvent Event) : ParsedInput;

/// <summary>A command with its arguments.</summary>
public sealed record KnownCommand(Command Command, Arguments Arguments) : ParsedInput;

/// <summary>A word that is no command.</summary>
/// <param name="Words">What was typed, without the slash.</param>
/// <param name="Near">What may have been meant; null where nothing is near.</param>
/// <param name="Rest">What was typed behind them.</param>
public sealed record UnknownWord(string Words, string? Near, string Rest) : ParsedInput;
