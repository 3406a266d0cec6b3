namespace Sitrep.Times.Reading.Clocks;

/// <summary><c>am</c>, <c>PM</c>, <c>p.m.</c>, <c>p. m.</c>; behind minutes also <c>p</c>.</summary>
internal static class HalfOfDay
{
    private const int Letters = 2;

    /// <summary>True for the afternoon, null where none is written.</summary>
    public static bool? Take(ref Cursor cursor, bool afterMinutes)
    {
        var before = cursor;
        var apart = cursor.SkipSpace();
        var word = cursor.Word();
        var taken = word switch
        {
            "am" or "pm" => cursor.TakeWord(word),
            "amish" or "pmish" when !apart => TakeLetters(ref cursor),
            "a" or "p" => cursor.TakeWord(word) && (TakeDotted(ref cursor) || (afterMinutes && !apart && cursor.Here != '.')),
            _ => false,
        };
        if (taken) return word[0] == 'p';
        cursor = before;
        return null;
    }

    // "2pmish": what is left says that it is not meant to the minute.
    private static bool TakeLetters(ref Cursor cursor)
    {
        cursor.Position += Letters;
        return true;
    }

    private static bool TakeDotted(ref Cursor cursor)
    {
        var before = cursor;
        if (cursor.Take('.'))
        {
            var apart = cursor.SkipSpace();
            if (cursor.TakeWord("m") && (cursor.Take('.') || !apart)) return true;
        }

        cursor = before;
        return false;
    }
}
