using System.Globalization;

namespace Sitrep.Prose;

/// <summary>The beginning of a long text, cut between graphemes, saying how much more there is.</summary>
internal static class Excerpt
{
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

        return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, end)}… ({text.Length - end:N0} more characters, kept)");
    }
}
