using System.Globalization;

namespace Sitrep.Prose;

/// <summary>The beginning of a long text, cut between graphemes.</summary>
internal static class Excerpt
{
    // A title or a word that is cut is recognised; of a text the reader wants to know how much is missing, and that it is kept.
    private const int LongestName = 100;

    /// <summary>The text itself where it is short enough.</summary>
    public static string Of(string text, int most)
    {
        if (text.Length <= most) return text;
        var (end, closing) = Cut(text, most);
        var left = text.Length - end;
        return most <= LongestName
            ? $"{text.AsSpan(0, end)}{closing}…"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{text.AsSpan(0, end)}{closing}… ({left:N0} more {(left == 1 ? "character" : "characters")}, kept)");
    }

    /// <summary>The same for what people go on with, a form's field or a topic: nothing is said of what is missing.</summary>
    public static string Begun(string text, int most)
    {
        if (text.Length <= most) return text;
        var (end, closing) = Cut(text, most);
        return $"{text.AsSpan(0, end)}{closing}…";
    }

    private static (int End, string Closing) Cut(string text, int most)
    {
        var end = 0;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > most) break;
            end = next;
        }

        return TypedSpans.Cut(text, end);
    }
}
