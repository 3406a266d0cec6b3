using Sitrep.Incidents.Zones;

namespace Sitrep.Times.Reading.Zones;

/// <summary>
/// A zone behind a time: <c>UTC</c>, <c>EAT</c>, <c>GMT + 1</c>, <c>(UTC-5)</c>, <c>+03:00</c>, <c>Europe/Berlin</c>.
/// </summary>
/// <param name="Zone">The zone.</param>
/// <param name="Doubt">Where it may as well be the beginning of the text; null where it is surely a zone.</param>
internal sealed record ZoneReading(Zone Zone, ZoneDoubt? Doubt = null)
{
    private const int LongestName = 64;

    /// <summary>Takes one. Behind an exact moment, as machines write it, an offset may follow at once: <c>14:30:00-05</c>.</summary>
    /// <param name="cursor">Stands behind the clock.</param>
    /// <param name="exact">Whether an exact moment comes before it.</param>
    /// <param name="hasHalf">Whether <c>am</c> or <c>pm</c> does, behind which <c>Pacific</c> is surely a zone.</param>
    public static ZoneReading? Take(ref Cursor cursor, bool exact, bool hasHalf = false)
    {
        var before = cursor;
        var spaced = cursor.SkipSpace();
        var reading = TakeBracketed(ref cursor) ?? TakePlace(ref cursor) ?? SpokenZone.Take(ref cursor, hasHalf)
            ?? TakeWord(ref cursor) ?? TakeOffset(ref cursor, spaced, exact);
        if (reading is not null && Separators.MayEnd(cursor)) return reading;
        cursor = before;
        return null;
    }

    private static ZoneReading? TakeBracketed(ref Cursor cursor)
    {
        if (cursor.Here is not ('(' or '[')) return null;
        var (before, close) = (cursor, cursor.Here == '(' ? ')' : ']');
        cursor.Position++;
        var start = cursor.Position;
        while (!cursor.AtEnd && cursor.Here != close && cursor.Position - start < LongestName) cursor.Position++;
        var inside = cursor.Since(start).Trim();
        if (cursor.Take(close) && ZoneWords.IsSpelledOut(inside) && Zone.Parse(inside) is { } zone) return new(zone);
        cursor = before;
        return null;
    }

    /// <summary>Only names with a slash: "Singapore is slow" is text.</summary>
    private static ZoneReading? TakePlace(ref Cursor cursor)
    {
        var before = cursor;
        while (cursor.Position - before.Position < LongestName
            && (char.IsAsciiLetterOrDigit(cursor.Here) || cursor.Here is '/' or '_' or '+' or '-'))
            cursor.Position++;
        var name = cursor.Since(before.Position);
        if (name.Contains('/', StringComparison.Ordinal) && Zone.Parse(name) is { } zone) return new(zone);
        cursor = before;
        return null;
    }

    private static ZoneReading? TakeWord(ref Cursor cursor)
    {
        var before = cursor;
        var word = cursor.Word();
        cursor.Position += word.Length;
        var typed = cursor.Since(before.Position);
        if (word is "utc" or "gmt" && NumberedZone.Take(ref cursor, typed) is { } numbered) return numbered;
        if (ZoneWords.IsZone(typed, Separators.Follow(cursor), out var doubtful) && Zone.Parse(typed) is { } zone)
            return new(zone, doubtful ? new(null, typed) : null);
        cursor = before;
        return null;
    }

    private static ZoneReading? TakeOffset(ref Cursor cursor, bool spaced, bool exact)
    {
        var glued = !spaced && exact;
        // "14:05-05:00" may be two times; only "+" can be nothing but an offset there.
        if (!spaced && !exact && cursor.Here != '+') return null;
        var before = cursor;
        // A bare offset has its colon or four digits; with anything less it is a number in the text.
        if (!Cursor.IsBlank(cursor.Ahead(1)) && NumberedZone.TakeNumber(ref cursor) is { } number
            && (glued || number.Length > 3) && Zone.Parse(number) is { } zone) return new(zone);
        cursor = before;
        return null;
    }
}

/// <summary>
/// How else the words of a zone can be read: in <paramref name="Otherwise"/> (null: no zone was named), with text
/// behind it.
/// </summary>
internal sealed record ZoneDoubt(Zone? Otherwise, string Text);
