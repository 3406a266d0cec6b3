namespace Sitrep.Times.Reading;

/// <summary>The border between a time and the text: <c>14:05 UTC - text</c>, <c>13:00 UTC: text</c>, <c>[14:05] text</c>.</summary>
internal static class Separators
{
    private static readonly (string Open, string Close)[] _wraps =
        [("[", "]"), ("(", ")"), ("**", "**"), ("*", "*"), ("`", "`")];

    /// <summary>Takes the bullet of a line that was pasted from a list: <c>- 14:05 text</c>.</summary>
    public static void TakeBullet(ref Cursor cursor)
    {
        if (cursor.Here is not ('-' or '*' or '\u2022' or '\u2013' or '\u2014') || !Cursor.IsBlank(cursor.Ahead(1))) return;
        cursor.Position++;
        cursor.SkipSpace();
    }

    /// <summary>Takes what opens a wrapped time and returns what has to close it.</summary>
    public static string? TakeOpening(ref Cursor cursor)
    {
        foreach (var (open, close) in _wraps)
        {
            if (cursor.Take(open)) return close;
        }

        return null;
    }

    /// <summary>Takes the closing mark, also behind a separator: <c>**14:05 UTC:** text</c>.</summary>
    public static bool TakeClosing(ref Cursor cursor, string mark)
    {
        var before = cursor;
        cursor.SkipSpace();
        if (IsSeparator(cursor.Here)) cursor.Position++;
        if (cursor.Take(mark)) return true;
        cursor = before;
        cursor.SkipSpace();
        return cursor.Take(mark);
    }

    /// <summary>Whether a time may end here.</summary>
    public static bool MayEnd(Cursor cursor) => cursor.AtEnd || Cursor.IsBlank(cursor.Here) || Separates(cursor)
        || IsClosing(cursor.Here) || (IsSeparator(cursor.Here) && IsClosing(cursor.Ahead(1)));

    /// <summary>Whether nothing but the text's end, a separator or a closing mark follows, perhaps after white space.</summary>
    public static bool Follow(Cursor cursor)
    {
        cursor.SkipSpace();
        return cursor.AtEnd || Separates(cursor) || IsClosing(cursor.Here);
    }

    /// <summary>Takes white space and one separator; false where the time runs into something else.</summary>
    public static bool Take(ref Cursor cursor)
    {
        var spaced = cursor.SkipSpace();
        if (cursor.AtEnd) return true;
        // "14:05 -5 pods" keeps its minus: a separator has white space behind it.
        if (!Separates(cursor)) return spaced;
        cursor.Position++;
        cursor.SkipSpace();
        return true;
    }

    private static bool Separates(Cursor cursor) =>
        IsSeparator(cursor.Here) && (cursor.Ahead(1) == '\0' || Cursor.IsBlank(cursor.Ahead(1)));

    private static bool IsSeparator(char c) => c is '-' or '\u2014' or '\u2013' or ':' or ',' or ';' or '.' or '|';

    private static bool IsClosing(char c) => c is ')' or ']' or '*' or '`';
}
