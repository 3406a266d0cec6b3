namespace Sitrep.Times.Reading.Dates;

/// <summary>The spellings of a calendar date.</summary>
internal static class DateForms
{
    public static DateReading? Take(ref Cursor cursor)
    {
        var before = cursor;
        var date = cursor.DigitsHere() switch
        {
            4 or 8 => TakeYearFirst(ref cursor),
            1 or 2 => TakeDayFirst(ref cursor),
            _ => TakeMonthFirst(ref cursor),
        };
        if (date is null) cursor = before;
        return date;
    }

    /// <summary><c>2024-06-01</c>, <c>2024/6/1</c>, <c>2024.06.01</c>, <c>2024 June 1</c>, <c>20240601</c>.</summary>
    private static DateReading? TakeYearFirst(ref Cursor cursor)
    {
        var packed = cursor.DigitsHere() == 8;
        var year = cursor.TakeDigits(4);
        if (packed)
            return DateReading.Of(year, cursor.TakeDigits(2), cursor.TakeDigits(2)) is DateReading.Day day ? day : null;
        var mark = cursor.Here;
        if (!TakeMark(ref cursor, mark) && !cursor.SkipSpace()) return null;
        if (CalendarWords.TakeMonth(ref cursor) is { } named)
        {
            var apart = cursor.Take(mark) | cursor.SkipSpace();
            return apart && cursor.TakeNumber(1, 2) is { } date ? DateReading.Of(year, named, date) : null;
        }

        return mark is '-' or '/' or '.' && cursor.TakeNumber(1, 2) is { } month && cursor.Take(mark) && cursor.TakeNumber(1, 2) is { } last
            ? DateReading.Of(year, month, last)
            : null;
    }

    /// <summary><c>1 June 2024</c>, <c>1st of June</c>, <c>1-Jun-2024</c>, <c>01/06/2024</c>, <c>24.11.</c></summary>
    private static DateReading? TakeDayFirst(ref Cursor cursor)
    {
        var start = cursor.Position;
        var day = cursor.TakeNumber(1, 2)!.Value;
        var mark = cursor.Here;
        if (TakeMark(ref cursor, mark))
        {
            cursor.SkipSpace();
            if (CalendarWords.TakeMonth(ref cursor) is { } named) return WithYear(ref cursor, named, day, mark);
            return cursor.Behind == mark ? DateNumbers.TakeBehind(ref cursor, day, mark, cursor.Position - 1 - start) : null;
        }

        cursor.TakeWord("st", "nd", "rd", "th");
        if (!cursor.SkipSpace()) return null;
        if (cursor.TakeWord("of")) cursor.SkipSpace();
        return CalendarWords.TakeMonth(ref cursor) is { } month ? WithYear(ref cursor, month, day, ' ') : null;
    }

    /// <summary><c>June 1st, 2024</c>, <c>Sept 18</c>, <c>Jun-1-2024</c>.</summary>
    private static DateReading? TakeMonthFirst(ref Cursor cursor)
    {
        if (CalendarWords.TakeMonth(ref cursor) is not { } month) return null;
        var mark = cursor.Here;
        if (!(mark is '-' or '/' && cursor.Take(mark)) && !cursor.SkipSpace()) return null;
        if (cursor.TakeNumber(1, 2) is not { } day || cursor.Here == ':') return null;
        cursor.TakeWord("st", "nd", "rd", "th");
        return WithYear(ref cursor, month, day, mark);
    }

    private static bool TakeMark(ref Cursor cursor, char mark) => mark is '/' or '.' or '-' && cursor.Take(mark);

    private static DateReading WithYear(ref Cursor cursor, int month, int day, char mark)
    {
        var before = cursor;
        var apart = cursor.Take(',') | (mark is '/' or '-' && cursor.Take(mark)) | cursor.SkipSpace();
        if (apart && cursor.TakeNumber(4, 4) is { } year && !char.IsLetter(cursor.Here)) return DateReading.Of(year, month, day);
        cursor = before;
        return WithoutYear(month, day);
    }

    /// <summary>A month and a day. 2000 was a leap year: what is no day then never is one.</summary>
    public static DateReading WithoutYear(int month, int day) => DateReading.Of(2000, month, day) is DateReading.Day { Date: var any }
        ? new DateReading.NoYear(any.Month, any.Day)
        : new DateReading.Impossible($"there is no such day as {CalendarWords.NameOf(month)} {day}", null);
}
