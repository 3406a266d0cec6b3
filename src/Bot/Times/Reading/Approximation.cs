namespace Sitrep.Times.Reading;

/// <summary>
/// What stands before a time that is not meant to the minute: <c>ca.</c>, <c>~</c>, <c>around</c>. A plain <c>at</c>
/// or <c>@</c> says nothing.
/// </summary>
internal static class Approximation
{
    public static bool Take(ref Cursor cursor)
    {
        if (cursor.TakeWord("at", "on") || cursor.Take('@')) TakeColon(ref cursor);
        var before = cursor;
        var taken = cursor.Take('~') || cursor.Take('\u2248')
            || cursor.TakeWord("ca", "circa", "approx", "approximately", "around", "about", "roughly")
            || (cursor.TakeWord("c") && cursor.Here == '.');
        if (!taken)
        {
            cursor = before;
            return false;
        }

        cursor.Take('.');
        cursor.SkipSpace();
        return true;
    }

    // "at: 14:05".
    private static void TakeColon(ref Cursor cursor)
    {
        if (cursor.Here == ':' && Cursor.IsBlank(cursor.Ahead(1))) cursor.Position++;
        cursor.SkipSpace();
    }
}
