namespace Sitrep.Times.Reading;

/// <summary>What a person wrote for a time, in its parts, before anything decides which moment it is. The set is closed.</summary>
internal abstract record TimeExpression
{
    /// <summary><c>now</c>.</summary>
    public sealed record Now : TimeExpression;

    /// <summary><c>10m ago</c>.</summary>
    public sealed record Elapsed(ElapsedReading Reading) : TimeExpression;

    /// <summary><c>yesterday 14:05 UTC</c>.</summary>
    public sealed record Moment(DateReading? Date, ClockReading Clock, ZoneReading? Zone) : TimeExpression;

    /// <summary><c>14:05-14:30</c>: the first time, and the words of the second.</summary>
    public sealed record Range(Moment From, string Until) : TimeExpression;

    /// <summary>Takes one, as far as it goes.</summary>
    public static TimeExpression? Take(ref Cursor cursor, bool allowsFuture)
    {
        if (ElapsedReading.Take(ref cursor, allowsFuture) is { } elapsed) return new Elapsed(elapsed);
        var before = cursor;
        var exact = false;
        var date = DateReading.Take(ref cursor);
        var clock = date is null || TakeJoint(ref cursor, out exact) ? ClockReading.Take(ref cursor) : null;
        if (clock is null)
        {
            cursor = before;
            return null;
        }

        var zone = ZoneReading.Take(ref cursor, exact || (date is not null && clock.HasSeconds));
        if (zone is null && TakeSecondTime(ref cursor, out var until, out zone)) return new Range(new(date, clock, zone), until);
        if (date is null && TrailingDate.Take(ref cursor) is { } trailing)
        {
            date = trailing;
            zone ??= ZoneReading.Take(ref cursor, exact: false);
        }

        return new Moment(date, clock, zone);
    }

    /// <summary>What stands between a date and its time: <c>T</c>, a comma, a dash, <c>at</c>.</summary>
    private static bool TakeJoint(ref Cursor cursor, out bool exact)
    {
        exact = cursor.Here is 'T' or 't' && char.IsAsciiDigit(cursor.Ahead(1));
        if (exact)
        {
            cursor.Position++;
            return true;
        }

        var apart = cursor.Take(',') | cursor.SkipSpace();
        if (apart && cursor.Here is '-' or '\u2013' or '\u2014' && char.IsWhiteSpace(cursor.Ahead(1)))
        {
            cursor.Position++;
            cursor.SkipSpace();
        }

        if (apart && cursor.TakeWord("at")) apart = cursor.SkipSpace();
        return apart;
    }

    private static bool TakeSecondTime(ref Cursor cursor, out string until, out ZoneReading? zone)
    {
        var before = cursor;
        (until, zone) = ("", null);
        if (cursor.Here is not ('-' or '\u2013' or '\u2014')) return false;
        cursor.Position++;
        if (ClockReading.Take(ref cursor) is not null)
        {
            zone = ZoneReading.Take(ref cursor, exact: false);
            until = cursor.Since(before.Position + 1);
            if (Separators.MayEnd(cursor)) return true;
        }

        (cursor, zone) = (before, null);
        return false;
    }
}
