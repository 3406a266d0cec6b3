using Sitrep.Times.Reading.Clocks;
using Sitrep.Times.Reading.Dates;
using Sitrep.Times.Reading.Zones;

namespace Sitrep.Times.Reading;

/// <summary>A clock with what may stand around it: a date before or behind it, a zone.</summary>
internal static class MomentForm
{
    public static TimeExpression.Moment? Take(ref Cursor cursor)
    {
        if (CompactStamp.Take(ref cursor) is { } stamp)
            return new(stamp.Date, stamp.Clock, ZoneReading.Take(ref cursor, exact: true));
        var before = cursor;
        var exact = false;
        var date = DateReading.Take(ref cursor);
        var clock = date is null || TakeJoint(ref cursor, date, out exact) ? ClockReading.Take(ref cursor) : null;
        if (clock is null && date is not null)
        {
            // "14.05 Uhr" is no day in May.
            (cursor, date, exact) = (before, null, false);
            clock = ClockReading.Take(ref cursor);
        }

        if (clock is null)
        {
            cursor = before;
            return null;
        }

        exact |= date is not null && clock.HasSeconds;
        var zone = ZoneReading.Take(ref cursor, exact, clock.HasHalf);
        if (date is DateReading.NoYear day) date = TrailingDate.TakeYear(ref cursor, day, isLog: exact || zone is not null);
        if (date is null && TrailingDate.Take(ref cursor) is { } trailing)
        {
            date = trailing;
            zone ??= ZoneReading.Take(ref cursor, exact: false, clock.HasHalf);
        }

        return new(date, clock, zone);
    }

    /// <summary>What stands between a date and its time: <c>T</c>, a comma, a dash, <c>at</c>; in logs also a colon or a line.</summary>
    private static bool TakeJoint(ref Cursor cursor, DateReading date, out bool exact)
    {
        exact = cursor.Here is 'T' or 't' && char.IsAsciiDigit(cursor.Ahead(1));
        if (exact || (cursor.Here is ':' or '_' or '-' && char.IsAsciiDigit(cursor.Ahead(1)) && date is DateReading.Day))
        {
            cursor.Position++;
            return true;
        }

        var apart = cursor.Take(',') | cursor.SkipSpace();
        if (apart && cursor.Here is '-' or '\u2013' or '\u2014' && Cursor.IsBlank(cursor.Ahead(1)))
        {
            cursor.Position++;
            cursor.SkipSpace();
        }

        if (apart && cursor.TakeWord("at")) apart = cursor.SkipSpace();
        return apart;
    }
}
