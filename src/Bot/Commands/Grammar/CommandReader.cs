using Sitrep.Commands.Vocabulary;
using Sitrep.Incidents;

namespace Sitrep.Commands.Grammar;

/// <summary>Finds the command that a text means. The longest words win; an incident's id may stand before or behind them.</summary>
internal static class CommandReader
{
    private const string Incident = "incident";

    /// <summary>Reads a text that starts with a slash.</summary>
    public static ParsedInput Read(string text)
    {
        var rest = text.Trim()[1..].TrimStart();
        var root = TradeWords.Root(WordMeaning.Bare(EdgeWords.First(rest)));
        rest = EdgeWords.AfterFirst(rest);
        if (!CommandTable.Roots.Contains(root)) return WithoutRoot(root, rest);
        IncidentId? incident = null;
        if (IncidentId.TryParse(EdgeWords.First(rest), out var id))
        {
            incident = id;
            rest = EdgeWords.AfterFirst(rest);
        }

        if (Find(root, rest, incident) is { } found) return found;
        if (incident is not null && rest.Length == 0) return new KnownCommand(CommandTable.Show, new() { Incident = incident });
        if (WordMeaning.Same(root, Incident) && Elsewhere(rest, incident) is { } meant) return meant;
        var word = EdgeWords.First(rest);
        string[] typed = [WordMeaning.Bare(word), WordMeaning.Bare(EdgeWords.First(EdgeWords.AfterFirst(rest)))];
        if (MissingFeatures.Has(word)
            || SpellingSuggestion.Of(typed, CommandTable.ByWords(root).Select(entry => entry.Words)) is not var (near, words))
            return new UnknownWord($"{root} {word}", null, EdgeWords.AfterFirst(rest));
        for (; words > 0; words--) rest = EdgeWords.AfterFirst(rest);
        return new UnknownWord($"{root} {word}", $"{root} {string.Join(' ', near)}", rest);
    }

    private static UnknownWord WithoutRoot(string root, string rest)
    {
        var near = CommandTable.WithoutRoot(root)
            ?? (TradeWords.Find(root) is { } verb ? $"{Incident} {verb}" : null)
            ?? SpellingSuggestion.Of(root, CommandTable.Roots);
        return new(root, near, rest);
    }

    private static KnownCommand? Find(string root, string rest, IncidentId? incident)
    {
        foreach (var (words, command) in CommandTable.ByWords(root))
        {
            var named = incident;
            if (Behind(words, rest) is not { } remaining || !Fits(command, ref named, ref remaining)) continue;
            return new KnownCommand(command, TextReader.Read(command, remaining, named));
        }

        return null;
    }

    // What other tools call it; or what nobody has a root for.
    private static KnownCommand? Elsewhere(string rest, IncidentId? incident) =>
        Correction(rest, incident) is { } correction ? correction
        : TradeWords.IsOnCall(EdgeWords.First(rest)) ? Find("oncall", EdgeWords.AfterFirst(rest), incident)
        : TradeWords.Find(rest) is { } meant ? Find(Incident, meant, incident)
        : null;

    // `/incident edit 3 …`, `/incident undo`: the timeline's verbs, where they can be nothing else.
    private static KnownCommand? Correction(string rest, IncidentId? incident) =>
        (EdgeWords.AfterFirst(rest).Length > 0 || WordMeaning.Same(rest, "undo"))
        && Find("timeline", rest, incident) is { Command.Grammar.Follows: not Follows.Text } correction
            ? correction
            : null;

    // The rest of the text after these words; null if the text does not start with them.
    private static string? Behind(IReadOnlyList<string> words, string text)
    {
        foreach (var word in words)
        {
            if (!WordMeaning.Same(WordMeaning.Bare(EdgeWords.First(text)), word)) return null;
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

        if (command.Grammar.Follows == Follows.Nothing) return rest.Length == 0;
        // Alone it asks which entry; with anything but a number it is another command's text.
        return rest.Length == 0 || (WordMeaning.Number(EdgeWords.First(rest)) is not null && command.Fits(EdgeWords.AfterFirst(rest)));
    }
}
