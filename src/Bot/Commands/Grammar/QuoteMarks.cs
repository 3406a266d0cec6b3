namespace Sitrep.Commands.Grammar;

/// <summary>The marks that hold words together. Phones turn quotes into curly ones.</summary>
internal static class QuoteMarks
{
    /// <summary>All of them.</summary>
    public static char[] All { get; } = ['"', '“', '”', '„'];

    /// <summary>Whether it is one.</summary>
    public static bool Is(char c) => All.Contains(c);

    /// <summary>
    /// Where the mark is closed that opens at a place: at the next with white space or the end behind it; -1 for
    /// nowhere.
    /// </summary>
    public static int Closing(string text, int open)
    {
        for (var i = open + 1; i < text.Length; i++)
            if (Is(text[i]) && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]))) return i;
        return -1;
    }

    /// <summary>The text between the marks if they enclose all of it; otherwise the text itself.</summary>
    public static string Without(string text) =>
        text.Length > 1 && Is(text[0]) && text.IndexOfAny(All, 1) == text.Length - 1 ? text[1..^1] : text;
}
