using Sitrep.Commands.Grammar;

namespace Sitrep.Commands.Escalations;

/// <summary>Reads whom an escalation calls in.</summary>
internal static class EscalationTargets
{
    /// <summary>
    /// From <c>to:</c> where it was typed. Otherwise from the front of the text: a quoted list, or words as long as a
    /// comma joins them.
    /// </summary>
    /// <returns>The targets, without duplicates, and what is left of the text.</returns>
    public static (IReadOnlyList<string> Targets, string Text) Read(string? to, string text)
    {
        if (to is not null) return (Split(to), text);
        text = text.Trim();
        if (text.Length > 1 && ArgumentReader.IsQuote(text[0]) && text.IndexOfAny(ArgumentReader.Quotes, 1) is var close and > 1)
            return (Split(text[1..close]), text[(close + 1)..].Trim());
        var end = 0;
        bool more;
        do
        {
            var word = ArgumentReader.FirstWord(text[end..]);
            end += word.Length;
            var gap = end;
            while (gap < text.Length && char.IsWhiteSpace(text[gap])) gap++;
            more = gap < text.Length && (word.EndsWith(',') || text[gap] == ',');
            if (more) end = gap;
        }
        while (more);
        return (Split(text[..end]), text[end..].Trim());
    }

    private static List<string> Split(string list) =>
        [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
}
