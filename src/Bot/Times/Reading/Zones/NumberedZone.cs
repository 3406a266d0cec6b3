using Sitrep.Incidents.Zones;

namespace Sitrep.Times.Reading.Zones;

/// <summary>The number behind <c>UTC</c> or <c>GMT</c>: <c>UTC-5</c>, <c>GMT + 1</c>.</summary>
internal static class NumberedZone
{
    /// <summary>Takes the number, if one follows; the cursor stands behind the name.</summary>
    public static ZoneReading? Take(ref Cursor cursor, string name)
    {
        var before = cursor;
        var spaced = cursor.SkipSpace();
        var sign = cursor.Here;
        // "14:00 UTC - 09:30" is a span of time; "09:05 UTC - 5" and "GMT + 1" are zones.
        var apart = spaced && Cursor.IsBlank(cursor.Ahead(1)) && sign != '+';
        if (TakeNumber(ref cursor) is not { } number
            || (apart && number.Contains(':', StringComparison.Ordinal))
            || !Separators.MayEnd(cursor)
            || Zone.Parse(name + number) is not { } zone)
        {
            cursor = before;
            return null;
        }

        // "14:05 UTC - 5 pods died" and "14:05 UTC -5 pods" look like a zone and need not be one.
        var doubtful = spaced && sign != '+' && !Separators.Follow(cursor);
        var text = cursor.Since(before.Position).Trim();
        if (doubtful && char.IsWhiteSpace(text[1])) text = text[1..].Trim();
        return new(zone, doubtful ? new(Zone.Parse(name), text) : null);
    }

    /// <summary>Takes a sign and what may be hours and minutes, also with white space between.</summary>
    public static string? TakeNumber(ref Cursor cursor)
    {
        if (!ZoneOffset.IsSign(cursor.Here)) return null;
        var sign = cursor.Here;
        cursor.Position++;
        cursor.SkipSpace();
        var start = cursor.Position;
        if (cursor.TakeNumber(1, 2) is not null)
        {
            var hours = cursor;
            if (!cursor.Take(':') || cursor.TakeNumber(2, 2) is null) cursor = hours;
        }
        else if (cursor.TakeNumber(4, 4) is null)
        {
            return null;
        }

        return sign + cursor.Since(start);
    }
}
