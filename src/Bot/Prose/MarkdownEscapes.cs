using System.Buffers;
using System.Text;

namespace Sitrep.Prose;

/// <summary>
/// Makes words mean nothing but themselves in CommonMark and GitHub's Markdown. Only what would really change the
/// reading is escaped, so that the raw text stays as close to what was typed as it can.
/// </summary>
internal static class MarkdownEscapes
{
    private static readonly SearchValues<char> _inEntity = SearchValues.Create("#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly string[] _meanings = ["](", "][", "]:", "![", "[^", "[ ]", "[x]", "[X]", "|"];

    /// <summary>Escapes one line of words.</summary>
    /// <param name="text">The words, without line breaks.</param>
    /// <param name="atLineStart">Whether they begin a line, where more characters mean something.</param>
    public static string Of(string text, bool atLineStart)
    {
        var escaped = new StringBuilder(text.Length + 8);
        var tildes = text.AsSpan().Count('~') > 1;
        var brackets = MayMean(text);
        var start = 0;
        if (atLineStart)
        {
            // Four spaces would make code of it; a no-break space keeps the indent and means nothing.
            while (start < text.Length && text[start] is ' ' or '\t') escaped.Append(text[start++] == '\t' ? "\u00A0\u00A0\u00A0\u00A0" : "\u00A0");
            if (EscapedAtStart(text.AsSpan(start)) is var position and >= 0)
            {
                escaped.Append(text.AsSpan(start, position)).Append('\\').Append(text[start + position]);
                start += position + 1;
            }
        }

        for (var i = start; i < text.Length; i++)
        {
            var before = i > 0 ? text[i - 1] : ' ';
            var after = i + 1 < text.Length ? text[i + 1] : ' ';
            var means = text[i] switch
            {
                '`' => true,
                '\\' => char.IsAscii(after) && (char.IsPunctuation(after) || char.IsSymbol(after)),
                '*' => !(char.IsWhiteSpace(before) && char.IsWhiteSpace(after)),
                '_' => !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)) && !(char.IsWhiteSpace(before) && char.IsWhiteSpace(after)),
                '~' => tildes,
                '<' => char.IsAsciiLetter(after) || after is '/' or '!' or '?',
                '[' or ']' => brackets,
                '&' => IsEntity(text.AsSpan(i + 1)),
                _ => false,
            };
            if (means) escaped.Append('\\');
            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    // The position of the character whose escape keeps a line from becoming a heading, list, quote, rule or table.
    private static int EscapedAtStart(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty) return -1;
        switch (line[0])
        {
            case '>' or '=' or '|' or ':':
                return 0;
            case '#':
                var hashes = line.IndexOfAnyExcept('#');
                return hashes < 0 || line[hashes] is ' ' or '\t' ? 0 : -1;
            case '-' or '+' or '*':
                return line.Length == 1 || line[1] is ' ' or '\t' || line.IndexOfAnyExcept("-* |:") < 0 ? 0 : -1;
            default:
                var digits = line.IndexOfAnyExceptInRange('0', '9');
                return digits is > 0 and < 10 && line[digits] is '.' or ')' && (digits + 1 == line.Length || line[digits + 1] is ' ' or '\t') ? digits : -1;
        }
    }

    // Links, pictures, footnotes, check boxes; and what readers differ on: open and nested brackets, and those beside a bar.
    private static bool MayMean(string text) => !ArePairs(text) || _meanings.Any(meaning => text.Contains(meaning, StringComparison.Ordinal));

    private static bool ArePairs(string text)
    {
        var open = false;
        foreach (var c in text)
        {
            if (c is not ('[' or ']')) continue;
            if (open == (c == '[')) return false;
            open = !open;
        }

        return !open;
    }

    private static bool IsEntity(ReadOnlySpan<char> behind)
    {
        var end = behind.IndexOf(';');
        return end is > 0 and < 34 && behind[..end].IndexOfAnyExcept(_inEntity) < 0;
    }
}
