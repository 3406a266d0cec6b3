using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Vocabulary;
using Sitrep.Incidents;

namespace Sitrep.Commands.Grammar;

/// <summary>
/// Takes apart what was typed behind a command's words: options anywhere, kinds at either end, severity and flags at
/// either end of what remains. Everything else is free text and stays as it was typed.
/// </summary>
internal static class TextReader
{
    /// <summary>Reads a text.</summary>
    /// <param name="command">The command that its words mean.</param>
    /// <param name="rest">What was typed behind them.</param>
    /// <param name="incident">The incident that was named so far; null for none.</param>
    public static Arguments Read(Command command, string rest, IncidentId? incident)
    {
        var grammar = command.Grammar;
        var text = rest.Trim();
        if (incident is null && command.NeedsIncident && Named(command, ref text) is { } id) incident = id;
        int? number = null;
        if (grammar.Follows == Follows.Number && WordMeaning.Number(EdgeWords.First(text)) is { } first)
        {
            number = first;
            text = EdgeWords.AfterFirst(text);
        }

        IReadOnlyDictionary<string, string> options = Arguments.None.Options;
        if (grammar.Keyed.Count > 0) (options, text) = OptionScanner.Take(grammar, text);
        var ends = new EdgeWords(text);
        var kinds = grammar.TakesKinds ? ends.Take(WordMeaning.Kind) : [];
        var severity = grammar.TakesSeverity ? Severity(ends) : null;
        var flags = grammar.Flags.Count > 0 ? ends.TakeLast(grammar.Flag) : [];
        if (severity is null && grammar.TakesSeverity && (severity = Severity(ends)) is not null)
            flags = [.. ends.TakeLast(grammar.Flag), .. flags];
        // With an option between them, the flag is not the text's next word.
        var isAttached = flags.Count > 0
            && ends.Rest.Length > 0
            && rest.Contains($"{ends.Rest} {flags[0]}", StringComparison.OrdinalIgnoreCase);
        return FreeText.Read(grammar, ends.Rest, Arguments.None with
        {
            Given = ends.Rest,
            Options = options,
            Kinds = [.. kinds.Distinct()],
            Severity = severity ?? (options.TryGetValue("severity", out var named) ? SeverityWords.Read(named) : null),
            Flags = flags,
            AttachedFlag = isAttached ? flags[0] : null,
            Incident = incident,
            Number = number,
            Unread = Unread(grammar, options),
        });
    }

    // An id in front; where the command names another one, the first of two is its own.
    private static IncidentId? Named(Command command, ref string text)
    {
        var (first, behind) = (EdgeWords.First(text), EdgeWords.AfterFirst(text));
        var isNamed = IncidentId.TryParse(first, out var id)
            // Where nothing but an id can stand, its number alone is one.
            || (behind.Length == 0
                && command.Parts.Contains(IncidentPart.Any)
                && !command.Parts.Any(part => part is NumberPart)
                && IncidentId.TryRead(first, out id));
        if (!isNamed) return null;
        if (command.Parts.Any(part => part is OtherIncidentPart) && !IncidentId.TryRead(EdgeWords.First(behind), out _)) return null;
        text = behind;
        return id;
    }

    // One severity counts, and others stay where they are: the last word's, else the first's.
    private static Severity? Severity(EdgeWords ends) => ends.TakeOne(WordMeaning.Severity);

    private static UnreadOption? Unread(CommandGrammar grammar, IReadOnlyDictionary<string, string> options)
    {
        foreach (var part in grammar.Keyed)
        {
            if (options.TryGetValue(part.Name, out var value) && value.Length > 0 && !IsRead(part, value)) return new(part, value);
        }

        return null;
    }

    /// <summary>Whether a value means something to its part. What takes any text, and times, are read when it is decided.</summary>
    internal static bool IsRead(Part part, string value) => part switch
    {
        SeverityPart => SeverityWords.Read(value) is not null,
        OptionPart { Choices: [_, ..] choices } => choices.Contains(value, StringComparer.OrdinalIgnoreCase),
        _ => true,
    };
}
