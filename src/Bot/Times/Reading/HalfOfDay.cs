namespace Sitrep.Times.Reading;

/// <summary><c>am</c>, <c>PM</c>, <c>p.m.</c></summary>
internal static class HalfOfDay
{
    /// <summary>True for the afternoon, null where none is written.</summary>
    public static bool? Take(ref Cursor cursor)
    {
        var before = cursor;
        cursor.SkipSpace();
        var word = cursor.Word();
        var taken = word switch
        {
            "am" or "pm" => cursor.TakeWord(word),
            "a" or "p" => cursor.TakeWord(word) && cursor.Take('.') && cursor.TakeWord("m") && (cursor.Take('.') || true),
            _ => false,
        };
        if (taken) return word[0] == 'p';
        cursor = before;
        return null;
    }
}
