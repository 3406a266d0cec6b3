namespace Sitrep.Times.Reading;

/// <summary>The spellings of a calendar date.</summary>
internal static class DateForms
{
    public static DateReading? Take(ref Cursor cursor)
    {
        var before = cursor;
        var date = cursor.DigitsHere() switch
        {
            4 => TakeYearFirst(ref cursor),
            1 or 2 => TakeDayFirst(ref cursor),
            _ => TakeMonthFirst(ref cursor),
        };
        if (date is null) cursor = before;
        return date;
    }

    /// <summary><c>2024-06-01</c>, <c>2024/6/1</c>.</summary>
    private static DateReading? TakeYearFirst(ref Cursor cursor)
    {
        var year = cursor.TakeNumber(4, 4)!.Value;
        var mark = cursor.Here;
        if (mark is not ('-' or '/')) return null;
        return cursor.Take(mark) && cursor.TakeNumber(1, 2) is { } month && cursor.Take(mark) && cursor.TakeNumber(1, 2) is { } day
            ? DateReading.Of(year, month, day)
            : null;
    }

    /// <summary><c>1 June 2024</c>, <c>1st of June</c>, <c>01/06/2024</c>.</summary>
    private static DateReading? TakeDayFirst(ref Cursor cursor)
    {
        var day = cursor.TakeNumber(1, 2)!.Value;
        if (cursor.Here is '/' or '.' or '-') return TakeNumbers(ref cursor, day);
        cursor.TakeWord("st", "nd", "rd", "th");
        if (!cursor.SkipSpace()) return null;
        if (cursor.TakeWord("of")) cursor.SkipSpace();
        return CalendarWords.TakeMonth(ref cursor) is { } month ? WithYear(ref cursor, month, day) : null;
    }

    /// <summary><c>June 1st, 2024</c>, <c>Sept 18</c>.</summary>
    private static DateReading? TakeMonthFirst(ref Cursor cursor)
    {
        if (CalendarWords.TakeMonth(ref cursor) is not { } month || !cursor.SkipSpace()) return null;
        if (cursor.TakeNumber(1, 2) is not { } day || cursor.Here == ':') return null;
        cursor.TakeWord("st", "nd", "rd", "th");
        return WithYear(ref cursor, month, day);
    }

    private static DateReading WithYear(ref Cursor cursor, int month, int day)
    {
        var before = cursor;
        var apart = cursor.Take(',') | cursor.SkipSpace();
        if (apart && cursor.TakeNumber(4, 4) is { } year && !char.IsLetter(cursor.Here)) return DateReading.Of(year, month, day);
        cursor = before;
        // 2000 was a leap year: what is no day then never is one.
        return DateReading.Of(2000, month, day) is DateReading.Day { Date: var any }
            ? new DateReading.NoYear(any.Month, any.Day)
            : new DateReading.Impossible($"there is no such day as {CalendarWords.NameOf(month)} {day}", null);
    }

    private static DateReading? TakeNumbers(ref Cursor cursor, int first)
    {
        var mark = cursor.Here;
        if (!cursor.Take(mark) || cursor.TakeNumber(1, 2) is not { } second) return null;
        if (!cursor.Take(mark) || cursor.TakeNumber(4, 4) is not { } year) return null;
        var dayFirst = DateReading.Of(year, second, first);
        // Dots are written where the day comes first.
        if (mark == '.') return dayFirst;
        return (dayFirst, DateReading.Of(year, first, second)) switch
        {
            (DateReading.Day d, DateReading.Day m) when d != m => new DateReading.Either(d.Date, m.Date),
            (DateReading.Impossible, var monthFirst) => monthFirst,
            _ => dayFirst,
        };
    }
}
