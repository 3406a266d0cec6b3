using System.Globalization;
using System.Text;

namespace Sitrep.Postmortems.Drawing;

/// <summary>
/// Words that must fit a width. Nothing measures them here, so it is estimated: wide for East Asian letters and emoji,
/// narrow for the rest.
/// </summary>
internal static class DrawingLabel
{
    private const double Narrow = 6.2;
    private const double Wide = 12.5;

    /// <summary>About how many pixels a text takes at 12 pixels a line.</summary>
    public static double Width(string text) => Elements(text).Sum(OfElement);

    /// <summary>As much of the text as fits, on one line.</summary>
    public static string Fitting(string text, double width)
    {
        var line = text.ReplaceLineEndings(" ");
        if (Width(line) <= width) return line;
        var kept = new StringBuilder();
        var room = width - Wide;
        foreach (var element in Elements(line))
        {
            room -= OfElement(element);
            if (room < 0) break;
            kept.Append(element);
        }

        return kept.ToString().TrimEnd() + "…";
    }

    private static double OfElement(string element) => element.Any(c => c >= '\u1100') ? Wide : Narrow;

    private static IEnumerable<string> Elements(string text)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();) yield return elements.GetTextElement();
    }
}
