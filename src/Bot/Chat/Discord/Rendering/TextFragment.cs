using System.Globalization;
using Sitrep.Prose;

namespace Sitrep.Chat.Discord.Rendering;

/// <summary>The smallest piece of a message that is never cut: a word, a mention, a time.</summary>
/// <param name="Text">Typed words where <paramref name="IsTyped"/>, otherwise markup of our own.</param>
/// <param name="Style">How it looks.</param>
/// <param name="IsTyped">Whether it must be escaped.</param>
internal sealed record TextFragment(string Text, Style Style, bool IsTyped)
{
    /// <summary>Whether it is code in lines of its own.</summary>
    public bool IsBlock { get; init; }

    /// <summary>A line break.</summary>
    public static TextFragment Break { get; } = new("\n", Style.None, false);

    /// <summary>Whether it looks like another, so that both are marked as one.</summary>
    public bool LooksLike(TextFragment? other) => other is not null && other.Style == Style && other.IsBlock == IsBlock;

    /// <summary>The most characters that it can take once written.</summary>
    public int Most => IsTyped ? Text.Length + Text.Count(Markup.MayEscape) + (2 * Text.AsSpan().Count("://")) : Text.Length;

    /// <summary>A line's atoms: words are cut behind white space, and where a word is too long, between graphemes.</summary>
    public static IEnumerable<TextFragment> Of(Line line, int longest)
    {
        foreach (var span in line.Spans)
        {
            if (span is TypedCode code)
                foreach (var word in Words(code.Content, longest)) yield return new(word, Style.Code, true) { IsBlock = code.IsBlock };
            else if (span is not Words words) yield return new(Markup.Of(span), span is Moment moment ? moment.Style : Style.None, false);
            else
                foreach (var word in Words(words.Text.ReplaceLineEndings("\n"), longest)) yield return new(word, words.Style, true);
        }
    }

    private static IEnumerable<string> Words(string text, int longest)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            if (end - start > longest) end = Cut(text, start, longest);
            yield return text[start..end];
            start = end;
        }
    }

    private static int Cut(string text, int start, int longest)
    {
        var end = start;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next - start > longest) break;
            end = next;
        }

        if (end > start) return end;
        // One grapheme of a thousand accents: cut it anyhow, between surrogate pairs.
        end = start + longest;
        return char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
    }
}
