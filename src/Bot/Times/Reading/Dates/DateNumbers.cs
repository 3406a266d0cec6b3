namespace Sitrep.Times.Reading.Dates;

/// <summary>Dates of numbers alone, of which nobody can say whether the day or the month comes first.</summary>
internal static class DateNumbers
{
    private const int AnyLeapYear = 2000;

    /// <summary>Takes what follows the first number and its mark.</summary>
    /// <param name="cursor">Stands behind the mark.</param>
    /// <param name="first">The first number.</param>
    /// <param name="mark">The mark.</param>
    /// <param name="width">How many digits the first number has.</param>
    public static DateReading? TakeBehind(ref Cursor cursor, int first, char mark, int width)
    {
        var start = cursor.Position;
        if (cursor.TakeNumber(1, 2) is not { } second) return null;
        width += cursor.Position - start;
        if (!cursor.Take(mark)) return WithoutYear(first, second, mark, isClear: width == 4);
        if (TakeYear(ref cursor) is { } year) return Of(year, first, second, mark);
        return mark == '.' && !char.IsLetterOrDigit(cursor.Here) ? WithoutYear(first, second, mark, isClear: true) : null;
    }

    private static int? TakeYear(ref Cursor cursor)
    {
        if (cursor.DigitsHere() == 2 && cursor.Ahead(2) is not ('.' or '/' or '-')) return 2000 + cursor.TakeDigits(2);
        return cursor.TakeNumber(4, 4);
    }

    private static DateReading Of(int year, int first, int second, char mark)
    {
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

    // "1.2" is a version; "24.11" and "24.11." may be a day.
    private static DateReading? WithoutYear(int first, int second, char mark, bool isClear) => mark switch
    {
        '-' => null,
        '.' when !isClear => null,
        _ => Of(AnyLeapYear, first, second, mark) switch
        {
            DateReading.Day { Date: var day } => new DateReading.NoYear(day.Month, day.Day),
            DateReading.Either either => either with { HasYear = false },
            _ => null,
        },
    };
}
