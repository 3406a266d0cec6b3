using Sitrep.Times.Reading.Zones;

namespace Sitrep.Times.Reading.Dates;

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

    /// <summary>
    /// Takes the year that logs write last: <c>Tue Nov 24 13:55:00 UTC 2026</c>. Only behind seconds, a zone or the whole
    /// of the text, for "Nov 24 13:55 2000 errors" counts errors.
    /// </summary>
    public static DateReading TakeYear(ref Cursor cursor, DateReading.NoYear date, bool isLog)
    {
        var before = cursor;
        if (cursor.SkipSpace() && cursor.TakeNumber(4, 4) is { } year && (isLog || Separators.Follow(cursor)) && Separators.MayEnd(cursor))
        {
            var whole = DateReading.Of(year, date.Month, date.DayOfMonth);
            return whole is DateReading.Day { Date: var day } && date.On is { } weekday ? DateReading.Agreeing(weekday, day) : whole;
        }

        cursor = before;
        return date;
    }

    private static bool HasYear(DateReading? date) =>
        date is DateReading.Day or DateReading.Either { HasYear: true } or DateReading.Impossible;

    private static bool EndsHere(Cursor cursor)
    {
        if (Separators.Follow(cursor)) return true;
        return ZoneReading.Take(ref cursor, exact: false) is { Doubt: null };
    }
}
