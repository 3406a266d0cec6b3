using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Vocabulary;
using Sitrep.Incidents;

namespace Sitrep.Commands.Grammar;

/// <summary>
/// Makes arguments of values that were filled in by name: Discord's options, a form's fields. A value is its part's and
/// nothing else: an option, a kind or a quote within a text is text, to the letter.
/// </summary>
internal static class ValuesReader
{
    private const string FreeTextName = "text";

    /// <summary>Reads the values.</summary>
    /// <param name="words">The command's words; an incident's id may stand behind the first one: <c>incident INC-7 close</c>.</param>
    /// <param name="values">What was filled in, by the parts' names, none of it empty.</param>
    public static ParsedInput Read(string words, IReadOnlyDictionary<string, string> values)
    {
        var meant = Alone(words) ?? CommandReader.Read("/" + words);
        if (meant is not KnownCommand { Command: var command } known) return meant;
        // The words of a form may name its field, its entry or its task, and where it is to be done, too.
        var read = Arguments.None with
        {
            Incident = known.Arguments.Incident,
            Words = known.Arguments.Words,
            Number = known.Arguments.Number,
            IsFilled = true,
        };
        foreach (var part in command.Parts)
            if (ValueOf(part, values) is { } value) read = Take(command.Grammar, part, value, read, values);
        if (!command.NeedsIncident || !values.TryGetValue(IncidentPart.Any.Name, out var named)) return new KnownCommand(command, read);
        if (!IncidentId.TryParse(named, out var id)) return new UnknownIncident(named, read.Given);
        return new KnownCommand(command, read with { Incident = id });
    }

    private static KnownCommand? Alone(string words)
    {
        var behind = EdgeWords.AfterFirst(words);
        var isNamed = IncidentId.TryParse(EdgeWords.First(behind), out var id);
        var alone = isNamed ? $"{EdgeWords.First(words)} {EdgeWords.AfterFirst(behind)}".TrimEnd() : words;
        return CommandTable.Alone(alone) is { } command ? new(command, Arguments.None with { Incident = isNamed ? id : null }) : null;
    }

    // Programs may call any command's text "text", whatever its part is called.
    private static string? ValueOf(Part part, IReadOnlyDictionary<string, string> values) =>
        values.GetValueOrDefault(part.Name) ?? (part is TextPart ? values.GetValueOrDefault(FreeTextName) : null);

    private static Arguments Take(
        CommandGrammar grammar,
        Part part,
        string value,
        Arguments read,
        IReadOnlyDictionary<string, string> values) =>
        part switch
        {
            TextPart => TakeText(MayLead(grammar, values), value, read.Giving(value)),
            WhenPart => read.Giving(value) with { When = WrittenTime.Of(value) },
            ChoicePart or RolePart or PersonPart => read.Giving(value).With(part.Name, value),
            NumberPart { Of: not NumberOf.Entry } => read.Giving(value) with { Number = WordMeaning.Number(EdgeWords.First(value)) },
            // A choice of entries shows the words behind the number.
            NumberPart => read with { Number = WordMeaning.Number(EdgeWords.First(value)) },
            SeverityPart { IsFirst: true } when SeverityWords.Read(value) is { } first => read.Giving(value) with { Severity = first },
            SeverityPart when SeverityWords.Read(value) is { } severity => read with { Severity = severity },
            OptionPart or SeverityPart when !TextReader.IsRead(part, value) => read with { Unread = new(part, value) },
            OtherIncidentPart when IncidentId.TryRead(value, out _) => read.Giving(value).With(part.Name, value),
            OtherIncidentPart => read.Giving(value) with { Text = value },
            KindsPart => value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Aggregate(read, TakeKind),
            FlagPart when WordMeaning.Same(value, part.Name) || WordMeaning.Same(value, "true") => read with
            {
                Flags = [.. read.Flags, part.Name],
            },
            FlagPart when WordMeaning.Same(value, "false") => read,
            FlagPart => read with { Unread = new(part, value) },
            IncidentPart => read,
            _ => read.WithOption(part.Name, value),
        };

    private static bool MayLead(CommandGrammar grammar, IReadOnlyDictionary<string, string> values) =>
        grammar.Free.Any(part => part is WhenPart) || (grammar.Leading is { } leading && !values.ContainsKey(leading.Name));

    // A text may begin with its time, as everywhere, where the time was not given by itself.
    private static Arguments TakeText(bool mayLead, string value, Arguments read) =>
        read.When is null && mayLead && WrittenTime.InFrontOf(value) is var (time, behind)
            ? read with { When = time, Text = behind }
            : read with { Text = value };

    // A word that is no kind is text.
    private static Arguments TakeKind(Arguments read, string word) => WordMeaning.Kind("#" + word.TrimStart('#')) is { } kind
        ? read with { Kinds = [.. read.Kinds.Append(kind).Distinct()] }
        : read.Giving(word) with { Text = read.Text.Length == 0 ? word : $"{read.Text} {word}" };
}
