using System.Buffers;

namespace Sitrep.Prose;

/// <summary>
/// Whether words could be taken for marks by a platform that reads marks in everything it is given, and gives no way to escape
/// them. Such a line must be sent in a form that is not read.
/// </summary>
internal static class MarkupLike
{
    private static readonly SearchValues<char> _marks = SearchValues.Create("*_~`");

    /// <summary>Whether a line holds such words.</summary>
    public static bool In(Line line) => line.Spans.Any(In);

    private static bool In(Span span) => span switch
    {
        TypedCode => true,
        Words { Style: var style } when style.HasFlag(Style.Strike) => true,
        // Within code nothing but its end is read.
        Words { Style: var style } words when style.HasFlag(Style.Code) => words.Text.Contains('`', StringComparison.Ordinal),
        _ => In(span.PlainText),
    };

    private static bool In(string words)
    {
        if (words.AsSpan().ContainsAny(_marks)) return true;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == '>' && (i == 0 || words[i - 1] is '\n' or ' ')) return true;
            if (words[i] == ':' && IsEmoji(words.AsSpan(i + 1))) return true;
        }

        return false;
    }

    // :fire:, :+1:
    private static bool IsEmoji(ReadOnlySpan<char> behind)
    {
        for (var i = 0; i < behind.Length && i < 100; i++)
        {
            if (behind[i] == ':') return i > 0;
            if (!char.IsLetterOrDigit(behind[i]) && behind[i] is not ('_' or '-' or '+' or '\'')) return false;
        }

        return false;
    }
}
