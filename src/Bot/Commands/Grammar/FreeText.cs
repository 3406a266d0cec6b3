using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Vocabulary;
using Sitrep.Incidents;

namespace Sitrep.Commands.Grammar;

/// <summary>Shares the free text out among the parts that stand in it; what no part takes stays text.</summary>
internal static class FreeText
{
    /// <summary>The arguments with the parts that are found in the text.</summary>
    /// <param name="grammar">How the command is written.</param>
    /// <param name="text">What is left once options and words at the ends are taken.</param>
    /// <param name="read">What was read so far.</param>
    public static Arguments Read(CommandGrammar grammar, string text, Arguments read)
    {
        for (var i = 0; i < grammar.Free.Count; i++)
        {
            (read, text) = TakeLeading(grammar, text, read);
            (read, text) = Take(grammar.Free[i], text, read, i + 1 < grammar.Free.Count);
        }

        // A command without free text may still begin with its time; behind its text there is none to take.
        if (!grammar.Free.Any(part => part is TextPart)) (read, text) = TakeLeading(grammar, text, read);
        return read with { Text = text };
    }

    private static (Arguments Read, string Left) TakeLeading(CommandGrammar grammar, string text, Arguments read) =>
        grammar.Leading is { } leading && read.When is null && !read.Options.ContainsKey(leading.Name)
        && WrittenTime.InFrontOf(text) is var (time, behind)
            ? (read with { When = time }, behind)
            : (read, text);

    private static (Arguments Read, string Left) Take(Part part, string text, Arguments read, bool isFollowed) => part switch
    {
        _ when text.Length == 0 => (read, text),
        ChoicePart or RolePart => (read.With(part.Name, EdgeWords.First(text)), EdgeWords.AfterFirst(text)),
        SeverityPart when SeverityWords.InFrontOf(text) is var (severity, length) =>
            (Told(read with { Severity = severity }, part, text[..length]), text[length..].TrimStart(' ', ':', ',', '-', '–').Trim()),
        OtherIncidentPart when IncidentId.TryRead(EdgeWords.First(text), out _) =>
            (read.With(part.Name, EdgeWords.First(text)), EdgeWords.AfterFirst(text)),
        PersonPart => (read.With(part.Name, text), ""),
        // Whom a text calls depends on who is known: it is told apart where it is decided.
        PeoplePart => (read, text),
        NumberPart when WordMeaning.Number(text) is { } number => (read with { Number = number }, ""),
        NumberPart when isFollowed && WordMeaning.Number(EdgeWords.First(text)) is { } number => (
            read with { Number = number },
            EdgeWords.AfterFirst(text)),
        WhenPart { StandsAlone: true } => (read with { When = WrittenTime.Of(text) }, ""),
        WhenPart when WrittenTime.InFrontOf(text) is var (time, behind) => (read with { When = time }, behind),
        TextPart { KeyHint: not null } => (read, QuoteMarks.Without(text)),
        _ => (read, text),
    };

    // Only what is said in other words is worth repeating.
    private static Arguments Told(Arguments read, Part part, string typed) =>
        WordMeaning.Severity(typed) is null ? read.With(part.Name, typed) : read;
}
