using Sitrep.Incidents.Zones;

namespace Sitrep.Times.Reading.Zones;

/// <summary>
/// A zone said in words behind a clock: <c>Pacific</c>, <c>Eastern Time</c>, <c>London time</c>. With <c>time</c> behind it
/// any name of a zone will do; without, only the names of America's four, and where text follows those may be text.
/// </summary>
internal static class SpokenZone
{
    private const int MostWords = 4;

    public static ZoneReading? Take(ref Cursor cursor, bool hasHalf)
    {
        var start = cursor;
        if (!char.IsLetter(cursor.Here)) return null;
        if (TakeNamedTime(ref cursor) is { } zone) return new(zone);
        cursor = start;
        return TakeRegion(ref cursor, hasHalf);
    }

    /// <summary>Takes <c>local time</c> and the like, of which nobody can say whose it is.</summary>
    public static bool TakeNobodyKnowsWhose(ref Cursor cursor)
    {
        var before = cursor;
        if (cursor.SkipSpace() && cursor.TakeWord("local", "our", "my", "your", "their", "server", "system")
            && cursor.SkipSpace() && cursor.TakeWord("time") && Separators.MayEnd(cursor)) return true;
        cursor = before;
        return false;
    }

    private static Zone? TakeNamedTime(ref Cursor cursor)
    {
        var start = cursor.Position;
        for (var words = 1; words <= MostWords && cursor.Word() is { Length: > 0 } word; words++)
        {
            var before = cursor.Position;
            cursor.Position += word.Length;
            if (word == "time" && words > 1)
                return Separators.MayEnd(cursor) ? ZoneNames.Find(cursor.Since(start)[..(before - start)]) : null;
            if (!cursor.SkipSpace()) return null;
        }

        return null;
    }

    private static ZoneReading? TakeRegion(ref Cursor cursor, bool hasHalf)
    {
        var start = cursor.Position;
        if (!cursor.TakeWord("pacific", "mountain", "central", "eastern")) return null;
        var before = cursor;
        if (!(cursor.SkipSpace() && cursor.TakeWord("standard", "daylight"))) cursor = before;
        if (!Separators.MayEnd(cursor)) return null;
        var typed = cursor.Since(start);
        var zone = ZoneNames.Find(typed)!;
        var isClear = Separators.Follow(cursor) || typed.Contains(' ', StringComparison.Ordinal) || (hasHalf && char.IsUpper(typed[0]));
        return new(zone, isClear ? null : new(null, typed));
    }
}
