using System.Text;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Prose;
using Sitrep.Times.Reading.Dates;

namespace Sitrep.Commands.Grammar;

/// <summary>Finds <c>key:value</c> and <c>key:"value with spaces"</c> anywhere in a text, for the keys that a command knows.</summary>
internal static class OptionScanner
{
    private const int LongestTime = 200;

    /// <summary>Takes the options out of a text.</summary>
    /// <returns>The values by key, and the text without them.</returns>
    public static (Dictionary<string, string> Options, string Text) Take(CommandGrammar grammar, string text)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        var kept = new StringBuilder(text.Length);
        var i = 0;
        while (i < text.Length)
        {
            // Nothing in code is meant for the bot.
            if ((i == 0 || text[i - 1] != '`') && TypedSpans.EndOfCode(text, i) is var code and > 0)
            {
                kept.Append(text, i, code - i);
                i = code;
                continue;
            }

            var atWordStart = i == 0 || char.IsWhiteSpace(text[i - 1]);
            // What is given twice is read once: the other one stays where people see it.
            if (atWordStart && OptionAt(grammar, text, i) is var (option, value, end) && option is not null
                && options.TryAdd(option.Name, value))
            {
                i = end;
                // The white space before the option was kept; that behind it would double it.
                while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
                continue;
            }

            kept.Append(text[i++]);
        }

        return (options, kept.ToString().Trim());
    }

    private static int SkipBlanks(string text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from])) from++;
        return from;
    }

    // "at: the db" and "note: it was fine" are text; "service: checkout" is an option.
    private static bool MayStandApart(Part option) => option is OptionPart { IsWord: true } or OptionPart { Choices.Count: > 0 };

    private static (Part? Option, string Value, int End) OptionAt(CommandGrammar grammar, string text, int start)
    {
        var colon = start;
        while (colon < text.Length && (char.IsAsciiLetter(text[colon]) || text[colon] == '-')) colon++;
        if (colon == start || colon + 1 >= text.Length || text[colon] != ':') return default;
        var key = text[start..colon];
        var option = grammar.Keyed.FirstOrDefault(known => known.IsCalled(key));
        if (option is null) return default;
        var from = colon + 1;
        if (QuoteMarks.Is(text[from]) && QuoteMarks.Closing(text, from) is var close and > 0)
            return (option, text[(from + 1)..close], close + 1);
        // The end of an unquoted list of people depends on who is known, so the decision reads it.
        if (option is PeoplePart) return default;
        var isApart = char.IsWhiteSpace(text[from]);
        if (isApart) from = SkipBlanks(text, from);
        if (from == text.Length) return default;
        if (isApart && QuoteMarks.Is(text[from]) && QuoteMarks.Closing(text, from) is var end and > 0)
            return (option, text[(from + 1)..end], end + 1);
        if (isApart && (option is SeverityPart or { Choices.Count: > 0 }))
        {
            var next = text[from..EdgeWords.EndOfWord(text, from)];
            // Behind a space only one of a few words is surely meant.
            return next.Length > 0 && TextReader.IsRead(option, next) ? (option, next, from + next.Length) : default;
        }

        // No time is longer; the whole rest, again for every option in it, would take the square of the text's length.
        var ahead = text.Substring(from, Math.Min(LongestTime, text.Length - from));
        var length = option switch
        {
            OptionPart { IsTime: true } => WrittenTime.LengthIn(ahead),
            OptionPart { IsDay: true } => DateReader.LengthIn(ahead),
            _ => 0,
        };
        if (length == 0 && isApart && !MayStandApart(option)) return default;
        if (length == 0) length = EdgeWords.EndOfWord(text, from) - from;
        return (option, text.Substring(from, length).Trim(), from + length);
    }
}
