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
        if (incident is null && command.NeedsIncident && IncidentId.TryParse(EdgeWords.First(text), out var id))
        {
            incident = id;
            text = EdgeWords.AfterFirst(text);
        }

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
        var severity = grammar.TakesSeverity ? ends.Take(WordMeaning.Severity) : [];
        var flags = grammar.Flags.Count > 0 ? ends.TakeLast(grammar.Flag) : [];
        if (severity.Count == 0 && grammar.TakesSeverity) severity = ends.Take(WordMeaning.Severity);
        var named = options.GetValueOrDefault("severity", "");
        return FreeText.Read(grammar, ends.Rest, Arguments.None with
        {
            Given = ends.Rest,
            Options = options,
            Kinds = [.. kinds.Distinct()],
            Severity = severity.Count > 0 ? severity[^1] : WordMeaning.Severity(named),
            Flags = flags,
            Incident = incident,
            Number = number,
        });
    }
}
