namespace Sitrep.Times.Reading;

/// <summary>
/// What stands before a time that is not meant to the minute: <c>ca.</c>, <c>~</c>, <c>around</c>. A plain <c>at</c>
/// says nothing.
/// </summary>
internal static class Approximation
{
    public static bool Take(ref Cursor cursor)
    {
        if (cursor.TakeWord("at")) cursor.SkipSpace();
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
}
