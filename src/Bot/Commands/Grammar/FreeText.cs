using Sitrep.Commands.Grammar.Parts;

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
        foreach (var part in grammar.Free) (read, text) = Take(part, text, read);
        return read with { Text = text };
    }

    private static (Arguments Read, string Left) Take(Part part, string text, Arguments read) => part switch
    {
        _ when text.Length == 0 => (read, text),
        ChoicePart or RolePart => (read.With(part.Name, EdgeWords.First(text)), EdgeWords.AfterFirst(text)),
        PersonPart => (read.With(part.Name, text), ""),
        PeoplePart when read.Options.ContainsKey(part.Name) => (read, text),
        PeoplePart when TakePeople(text) is var (people, behind) => (read.With(part.Name, people), behind),
        NumberPart when WordMeaning.Number(text) is { } number => (read with { Number = number }, ""),
        WhenPart { StandsAlone: true } => (read with { When = WrittenTime.Of(text) }, ""),
        WhenPart when WrittenTime.InFrontOf(text) is var (time, behind) => (read with { When = time }, behind),
        TextPart { KeyHint: not null } => (read, QuoteMarks.Without(text)),
        _ => (read, text),
    };

    // A quoted list, or words as long as a comma joins them.
    private static (string People, string Behind) TakePeople(string text)
    {
        if (text.Length > 1 && QuoteMarks.Is(text[0]) && text.IndexOfAny(QuoteMarks.All, 1) is var close and > 1)
            return (text[1..close], text[(close + 1)..].Trim());
        var end = 0;
        bool more;
        do
        {
            var word = EdgeWords.First(text[end..]);
            end += word.Length;
            var gap = end;
            while (gap < text.Length && char.IsWhiteSpace(text[gap])) gap++;
            more = gap < text.Length && (word.EndsWith(',') || text[gap] == ',');
            if (more) end = gap;
        }
        while (more);
        return (text[..end], text[end..].Trim());
    }
}
