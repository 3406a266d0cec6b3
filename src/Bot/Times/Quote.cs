using System.Globalization;

namespace Sitrep.Times;

/// <summary>Typed words, short enough for a sentence.</summary>
internal static class Quote
{
    private const int Longest = 40;

    /// <summary>Cut between characters as people see them.</summary>
    public static string Of(string text)
    {
        if (text.Length <= Longest) return text;
        var end = 0;
        while (StringInfo.GetNextTextElementLength(text, end) is var next && end + next <= Longest) end += next;
        return text[..end] + "\u2026";
    }
}
