namespace Sitrep.Times.Reading.Lengths;

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

        // "1h30 ago": the hour's minutes need no unit.
        if (smallest == 3600 && char.IsLetter(cursor.Behind) && cursor.DigitsHere() == 2) seconds += cursor.TakeDigits(2) * 60;
        if (seconds <= LongestInSeconds) length = TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
        return taken;
    }

    /// <summary>The seconds in a unit, by its word in lower case; 0 where it is none.</summary>
    public static int SecondsIn(string word) => word switch
    {
        "s" or "sec" or "secs" or "second" or "seconds" => 1,
        "m" or "min" or "mins" or "minute" or "minutes" => 60,
        "h" or "hr" or "hrs" or "hour" or "hours" => 3600,
        "d" or "day" or "days" => 86400,
        "w" or "week" or "weeks" => 7 * 86400,
        _ => 0,
    };

    private static bool TakePart(ref Cursor cursor, bool spaced, out decimal number, out decimal unit)
    {
        unit = 0;
        if (!Counts.Take(ref cursor, spaced, out number)) return false;
        if (spaced) cursor.SkipSpace();
        var word = cursor.Word();
        unit = SecondsIn(word);
        return unit > 0 && cursor.TakeWord(word);
    }

    /// <summary><c>2 hours, 5 minutes</c>, <c>2 hours and 5 minutes</c>.</summary>
    private static void SkipJoint(ref Cursor cursor)
    {
        cursor.Take(',');
        cursor.SkipSpace();
        if (cursor.TakeWord("and")) cursor.SkipSpace();
    }
}
