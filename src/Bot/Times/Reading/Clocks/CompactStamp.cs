using Sitrep.Times.Reading.Dates;

namespace Sitrep.Times.Reading.Clocks;

/// <summary>A date and a time without marks between their digits, as logs and file names write them: <c>20241124T140500Z</c>.</summary>
internal sealed record CompactStamp(DateReading Date, ClockReading Clock)
{
    private const int Day = 8;
    private const int DayAndTime = 14;

    public static CompactStamp? Take(ref Cursor cursor)
    {
        var before = cursor;
        var digits = cursor.DigitsHere();
        if (digits is Day or DayAndTime)
        {
            var date = DateReading.Of(cursor.TakeDigits(4), cursor.TakeDigits(2), cursor.TakeDigits(2));
            if (date is DateReading.Day && (digits == DayAndTime || TakeMark(ref cursor)) && TakeClock(ref cursor) is { } clock)
                return new(date, clock);
        }

        cursor = before;
        return null;
    }

    private static bool TakeMark(ref Cursor cursor) =>
        cursor.Take('T') || cursor.Take('t') || cursor.Take('-') || cursor.Take('_');

    private static ClockReading? TakeClock(ref Cursor cursor)
    {
        if (cursor.DigitsHere() is not (4 or 6)) return null;
        var (hour, minute) = (cursor.TakeDigits(2), cursor.TakeDigits(2));
        var hasSeconds = cursor.DigitsHere() == 2;
        var second = hasSeconds ? cursor.TakeDigits(2) : 0;
        var nanosecond = hasSeconds ? ClockDigits.TakeFraction(ref cursor) : 0;
        var clock = ClockDigits.Of(hour, minute, second, nanosecond);
        return clock.Fault is null ? clock with { HasSeconds = hasSeconds } : null;
    }
}
