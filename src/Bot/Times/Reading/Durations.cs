namespace Sitrep.Times.Reading;

/// <summary>Lengths of time as written: <c>1h30m</c>, <c>2 hours</c>, <c>1.5 h</c>, <c>half an hour</c>.</summary>
internal static class Durations
{
    private const decimal LongestInSeconds = 3000m * 365 * 86400;

    /// <summary>
    /// Takes one. The length is null where the calendar does not reach that far. With <paramref name="spaced"/> numbers
    /// and units may stand apart.
    /// </summary>
    public static bool Take(ref Cursor cursor, bool spaced, out TimeSpan? length)
    {
        length = null;
        var taken = false;
        var seconds = 0m;
        var smallest = decimal.MaxValue;
        for (var next = cursor; TakePart(ref next, spaced, out var number, out var unit) && unit < smallest;)
        {
            seconds += Math.Min(number, LongestInSeconds) * unit;
            smallest = unit;
            taken = true;
            cursor = next;
            if (spaced) SkipJoint(ref next);
        }

        if (seconds <= LongestInSeconds) length = TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
        return taken;
    }

    private static bool TakePart(ref Cursor cursor, bool spaced, out decimal number, out decimal unit)
    {
        unit = 0;
        if (!TakeCount(ref cursor, spaced, out number)) return false;
        if (spaced) cursor.SkipSpace();
        var word = cursor.Word();
        unit = word switch
        {
            "s" or "sec" or "secs" or "second" or "seconds" => 1,
            "m" or "min" or "mins" or "minute" or "minutes" => 60,
            "h" or "hr" or "hrs" or "hour" or "hours" => 3600,
            "d" or "day" or "days" => 86400,
            "w" or "week" or "weeks" => 7 * 86400,
            _ => 0,
        };
        return unit > 0 && cursor.TakeWord(word);
    }

    private static bool TakeCount(ref Cursor cursor, bool spaced, out decimal number)
    {
        var digits = cursor.DigitsHere();
        if (digits == 0) return TakeArticle(ref cursor, out number) && spaced;
        number = decimal.MaxValue;
        if (cursor.TakeNumber(1, 9) is not { } whole)
        {
            cursor.Position += digits;
            return true;
        }

        number = whole;
        if (cursor.Here != '.' || !char.IsAsciiDigit(cursor.Ahead(1))) return true;
        cursor.Position++;
        var places = cursor.DigitsHere();
        if (cursor.TakeNumber(1, 3) is not { } fraction) return false;
        number += fraction / (decimal)Math.Pow(10, places);
        return true;
    }

    private static bool TakeArticle(ref Cursor cursor, out decimal number)
    {
        number = cursor.TakeWord("half") && cursor.SkipSpace() ? 0.5m : 1;
        return cursor.TakeWord("a", "an");
    }

    /// <summary><c>2 hours, 5 minutes</c>, <c>2 hours and 5 minutes</c>.</summary>
    private static void SkipJoint(ref Cursor cursor)
    {
        cursor.Take(',');
        cursor.SkipSpace();
        if (cursor.TakeWord("and")) cursor.SkipSpace();
    }
}
