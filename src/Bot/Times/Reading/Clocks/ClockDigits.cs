using NodaTime;
using Sitrep.Times.Reading.Lengths;

namespace Sitrep.Times.Reading.Clocks;

/// <summary>The clocks that are written in digits.</summary>
internal static class ClockDigits
{
    private const string OffTheDial = "the hours go to 23 and the minutes to 59";

    public static ClockReading? Take(ref Cursor cursor) =>
        cursor.DigitsHere() == 4 ? TakeMilitary(ref cursor) : TakeUsual(ref cursor);

    /// <summary>A time of day; a fault where the dial has none.</summary>
    public static ClockReading Of(int hour, int minute, int second = 0, int nanosecond = 0)
    {
        if (hour < 24 && minute < 60 && second < 60)
            return new(LocalTime.FromHourMinuteSecondNanosecond(hour, minute, second, nanosecond));
        // Some end their day at 24:00.
        return new(hour == 24 && minute + second == 0 ? LocalTime.Midnight : null, OffTheDial);
    }

    /// <summary>Takes the digits behind the second's point; 0 where there are none.</summary>
    public static int TakeFraction(ref Cursor cursor)
    {
        var before = cursor;
        if (!cursor.Take('.') && !cursor.Take(',')) return 0;
        var length = cursor.DigitsHere();
        if (cursor.TakeNumber(1, 9) is { } value) return value * (int)Math.Pow(10, 9 - length);
        cursor = before;
        return 0;
    }

    private static ClockReading? TakeUsual(ref Cursor cursor)
    {
        var padded = cursor.Here == '0';
        if (cursor.TakeNumber(1, 2) is not { } hour) return null;
        if (TakeMinuteBehindH(ref cursor) is { } behindH) return Of(hour, behindH);
        if (!TakeTwoBehind(':', ref cursor, out var minute))
            return cursor.Here == ':' && char.IsAsciiDigit(cursor.Ahead(1)) ? null : TakeWithoutColon(ref cursor, hour);
        var hasSeconds = TakeTwoBehind(':', ref cursor, out var second);
        var nanosecond = hasSeconds ? TakeFraction(ref cursor) : 0;
        var reading = InHalf(HalfOfDay.Take(ref cursor, afterMinutes: true), hour, minute, second, nanosecond);
        if (reading is { Fault: null, HasHalf: false } && !TakeHours(ref cursor) && !padded && hour is > 0 and <= 12)
            reading = reading with { OtherHalf = ClockReading.Across(reading.Time!.Value) };
        return reading with { HasSeconds = hasSeconds };
    }

    /// <summary><c>2pm</c>, <c>14 Uhr</c>, <c>14.05 Uhr</c>, <c>15 UTC</c>.</summary>
    private static ClockReading? TakeWithoutColon(ref Cursor cursor, int hour)
    {
        if (HalfOfDay.Take(ref cursor, afterMinutes: false) is { } half) return InHalf(half, hour, 0, 0, 0) with { IsLoose = true };
        var before = cursor;
        TakeTwoBehind('.', ref cursor, out var minute);
        if (cursor.SkipSpace() && cursor.TakeWord("uhr")) return Of(hour, minute);
        cursor = before;
        return hour < 24 && ZoneFollows(cursor) ? Of(hour, 0) with { IsLoose = true } : null;
    }

    private static ClockReading? TakeMilitary(ref Cursor cursor)
    {
        var number = cursor.TakeNumber(4, 4)!.Value;
        var spaced = Cursor.IsBlank(cursor.Here);
        if (!TakeHours(ref cursor) && !UtcFollows(cursor)) return null;
        var reading = Of(number / 100, number % 100);
        // "5000 hrs of logs" is a number of hours; "2575HRS" can only have meant a time.
        return reading.Fault is null || !spaced ? reading : null;
    }

    private static bool TakeHours(ref Cursor cursor)
    {
        var before = cursor;
        var taken = cursor.SkipSpace() ? cursor.TakeWord("hrs", "hr", "uhr") : cursor.TakeWord("hrs", "hr", "h", "uhr");
        if (!taken) cursor = before;
        return taken;
    }

    /// <summary><c>14h05</c>; <c>1h30 ago</c> and <c>1h30m</c> are lengths.</summary>
    private static int? TakeMinuteBehindH(ref Cursor cursor)
    {
        var before = cursor;
        if ((cursor.Take('h') || cursor.Take('H')) && cursor.TakeNumber(2, 2) is { } minute && Durations.SecondsIn(cursor.Word()) == 0)
        {
            var behind = cursor;
            behind.SkipSpace();
            if (!behind.TakeWord("ago")) return minute;
        }

        cursor = before;
        return null;
    }

    private static bool UtcFollows(Cursor cursor)
    {
        var spaced = cursor.SkipSpace();
        return cursor.TakeWord("utc", "gmt") || (!spaced && cursor.TakeWord("z"));
    }

    private static bool ZoneFollows(Cursor cursor) => cursor.SkipSpace() && Zones.ZoneWords.StandsBehindAnHour(cursor);

    private static bool TakeTwoBehind(char mark, ref Cursor cursor, out int value)
    {
        var before = cursor;
        value = 0;
        if (cursor.Take(mark) && cursor.TakeNumber(2, 2) is { } number)
        {
            value = number;
            return true;
        }

        cursor = before;
        return false;
    }

    private static ClockReading InHalf(bool? afternoon, int hour, int minute, int second, int nanosecond)
    {
        if (afternoon is not { } late) return Of(hour, minute, second, nanosecond);
        if (hour > 12 || (hour == 0 && late))
            return new(Of(hour, minute, second, nanosecond).Time, "the hours before am and pm go from 1 to 12");
        return Of(hour % 12 + (late ? 12 : 0), minute, second, nanosecond) with { HasHalf = true };
    }
}
