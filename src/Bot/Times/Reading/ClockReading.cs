using NodaTime;

namespace Sitrep.Times.Reading;

/// <summary>
/// A time of day as written: <c>14:05</c>, <c>14:05:30</c>, <c>2:05 p.m.</c>, <c>2pm</c>, <c>2306HRS</c>.
/// </summary>
/// <param name="Time">The time; with a fault, what it may have meant.</param>
/// <param name="Fault">Why what looks like a time is none; null where it is one.</param>
/// <param name="HasSeconds">Whether seconds were written.</param>
internal sealed record ClockReading(LocalTime? Time, string? Fault = null, bool HasSeconds = false)
{
    private const string OffTheDial = "the hours go to 23 and the minutes to 59";

    public static ClockReading? Take(ref Cursor cursor)
    {
        var before = cursor;
        var reading = cursor.DigitsHere() == 4 ? TakeMilitary(ref cursor) : TakeUsual(ref cursor);
        if (reading is null) cursor = before;
        return reading;
    }

    private static ClockReading? TakeUsual(ref Cursor cursor)
    {
        if (cursor.TakeNumber(1, 2) is not { } hour) return null;
        if (!TakeColonAndTwo(ref cursor, out var minute))
            return cursor.Here != ':' || !char.IsAsciiDigit(cursor.Ahead(1)) ? TakeHalf(ref cursor, hour, 0, 0, 0, needed: true) : null;
        var hasSeconds = TakeColonAndTwo(ref cursor, out var second);
        var nanosecond = hasSeconds ? TakeFraction(ref cursor) : 0;
        var reading = TakeHalf(ref cursor, hour, minute, second, nanosecond, needed: false)!;
        if (reading.Fault is null) TakeHours(ref cursor);
        return reading with { HasSeconds = hasSeconds };
    }

    private static ClockReading? TakeMilitary(ref Cursor cursor)
    {
        var number = cursor.TakeNumber(4, 4)!.Value;
        var spaced = char.IsWhiteSpace(cursor.Here);
        if (!TakeHours(ref cursor) && !UtcFollows(cursor)) return null;
        var reading = Of(number / 100, number % 100, 0, 0);
        // "5000 hrs of logs" is a number of hours; "2575HRS" can only have meant a time.
        return reading.Fault is null || !spaced ? reading : null;
    }

    private static bool TakeHours(ref Cursor cursor)
    {
        var before = cursor;
        var taken = cursor.SkipSpace() ? cursor.TakeWord("hrs", "hr") : cursor.TakeWord("hrs", "hr", "h");
        if (!taken) cursor = before;
        return taken;
    }

    /// <summary><c>1430 UTC</c>, <c>1430Z</c>.</summary>
    private static bool UtcFollows(Cursor cursor)
    {
        var spaced = cursor.SkipSpace();
        return cursor.TakeWord("utc", "gmt") || (!spaced && cursor.TakeWord("z"));
    }

    private static bool TakeColonAndTwo(ref Cursor cursor, out int value)
    {
        var before = cursor;
        value = 0;
        if (cursor.Take(':') && cursor.TakeNumber(2, 2) is { } number)
        {
            value = number;
            return true;
        }

        cursor = before;
        return false;
    }

    private static int TakeFraction(ref Cursor cursor)
    {
        var before = cursor;
        if (!cursor.Take('.') && !cursor.Take(',')) return 0;
        var length = cursor.DigitsHere();
        if (cursor.TakeNumber(1, 9) is { } value) return value * (int)Math.Pow(10, 9 - length);
        cursor = before;
        return 0;
    }

    private static ClockReading? TakeHalf(ref Cursor cursor, int hour, int minute, int second, int nanosecond, bool needed)
    {
        var afternoon = HalfOfDay.Take(ref cursor);
        if (afternoon is null) return needed ? null : Of(hour, minute, second, nanosecond);
        if (hour > 12 || (hour == 0 && afternoon.Value))
            return new(Of(hour, minute, second, nanosecond).Time, $"the hours before am and pm go from 1 to 12");
        return Of(hour % 12 + (afternoon.Value ? 12 : 0), minute, second, nanosecond);
    }

    private static ClockReading Of(int hour, int minute, int second, int nanosecond) =>
        hour < 24 && minute < 60 && second < 60
            ? new(LocalTime.FromHourMinuteSecondNanosecond(hour, minute, second, nanosecond))
            : new(null, OffTheDial);
}
