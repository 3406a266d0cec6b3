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
        var end = 0;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > most) break;
            end = next;
        }

        var left = text.Length - end;
        return most <= LongestName
            ? $"{text.AsSpan(0, end)}…"
            : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, end)}… ({left:N0} more {(left == 1 ? "character" : "characters")}, kept)");
    }
}
