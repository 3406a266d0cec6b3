namespace Sitrep.Times.Reading;

/// <summary>A date behind its time: <c>23:50 yesterday</c>, <c>14:30 UTC on June 1, 2024</c>.</summary>
internal static class TrailingDate
{
    public static DateReading? Take(ref Cursor cursor)
    {
        var before = cursor;
        var comma = cursor.Take(',');
        if (cursor.SkipSpace())
        {
            var on = cursor.TakeWord("on") && cursor.SkipSpace();
            var date = DateReading.Take(ref cursor);
            // "14:05 2024-05-01 backup restored" speaks of that day's backup; "14:05 yesterday …" can only mean then.
            if (date is DateReading.FromToday && Separators.MayEnd(cursor)) return date;
            if (HasYear(date) && (comma || on || EndsHere(cursor))) return date;
        }

        cursor = before;
        return null;
    }

    private static bool HasYear(DateReading? date) =>
        date is DateReading.Day or DateReading.Either or DateReading.Impossible;

    private static bool EndsHere(Cursor cursor)
    {
        if (Separators.Follow(cursor)) return true;
        return ZoneReading.Take(ref cursor, exact: false) is { Doubt: null };
    }
}
