using Sitrep.Incidents;

namespace Sitrep.Commands.Grammar;

/// <summary>Finds the command that a text means. The longest words win; an incident's id may stand before or behind them.</summary>
internal static class CommandReader
{
    /// <summary>Reads a text that starts with a slash.</summary>
    public static ParsedInput Read(string text)
    {
        var rest = text.Trim()[1..];
        var root = EdgeWords.First(rest);
        rest = EdgeWords.AfterFirst(rest);
        if (!CommandTable.Roots.Contains(root))
            return new UnknownWord(root, CommandTable.WithoutRoot(root) ?? SpellingSuggestion.Of(root, CommandTable.Roots), rest);
        IncidentId? incident = null;
        if (IncidentId.TryParse(EdgeWords.First(rest), out var id))
        {
            incident = id;
            rest = EdgeWords.AfterFirst(rest);
        }

        foreach (var (words, command) in CommandTable.ByWords(root))
        {
            if (Behind(words, rest) is not { } remaining || !Fits(command, ref incident, ref remaining)) continue;
            return new KnownCommand(command, TextReader.Read(command, remaining, incident));
        }

        if (incident is not null && rest.Length == 0) return new KnownCommand(CommandTable.Show, new() { Incident = incident });
        var word = EdgeWords.First(rest);
        string[] typed = [word, EdgeWords.First(EdgeWords.AfterFirst(rest))];
        if (SpellingSuggestion.Of(typed, CommandTable.ByWords(root).Select(entry => entry.Words)) is not var (near, meant))
            return new UnknownWord($"{root} {word}", null, EdgeWords.AfterFirst(rest));
        for (; meant > 0; meant--) rest = EdgeWords.AfterFirst(rest);
        return new UnknownWord($"{root} {word}", $"{root} {string.Join(' ', near)}", rest);
    }

    // What is left of the text behind these words; null where the text does not start with them.
    private static string? Behind(IReadOnlyList<string> words, string text)
    {
        foreach (var word in words)
        {
            if (!string.Equals(EdgeWords.First(text), word, StringComparison.OrdinalIgnoreCase)) return null;
            text = EdgeWords.AfterFirst(text);
        }

        return text;
    }

    private static bool Fits(Command command, ref IncidentId? incident, ref string rest)
    {
        if (command.Grammar.Follows == Follows.Text) return true;
        // `/timeline mark INC-7 3` and `/ack INC-7` are as good as the id in front.
        if (incident is null && IncidentId.TryParse(EdgeWords.First(rest), out var id))
        {
            incident = id;
            rest = EdgeWords.AfterFirst(rest);
        }

        return command.Grammar.Follows == Follows.Nothing
            ? rest.Length == 0
            : WordMeaning.Number(EdgeWords.First(rest)) is not null;
    }
}
