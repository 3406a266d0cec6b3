using Sitrep.Incidents.Zones;

namespace Sitrep.Times.Reading.Lengths;

/// <summary>A time counted from now: <c>10m ago</c>, <c>-1h30m</c>; for reminders <c>in 30m</c>, <c>30m</c>.</summary>
/// <param name="Length">How long; null where the calendar does not reach that far.</param>
/// <param name="Ahead">Whether it lies ahead of now.</param>
internal sealed record ElapsedReading(TimeSpan? Length, bool Ahead)
{
    public static ElapsedReading? Take(ref Cursor cursor, bool allowsFuture)
    {
        var before = cursor;
        var reading = TakeMinus(ref cursor) ?? TakeAgo(ref cursor, allowsFuture) ?? TakeIn(ref cursor, allowsFuture);
        if (reading is null) cursor = before;
        return reading;
    }

    private static ElapsedReading? TakeMinus(ref Cursor cursor)
    {
        if (!ZoneOffset.IsSign(cursor.Here) || cursor.Here == '+' || !char.IsAsciiDigit(cursor.Ahead(1))) return null;
        var before = cursor;
        cursor.Position++;
        // "-5 minutes of data" is text, so the number and its unit stand together here.
        if (Durations.Take(ref cursor, spaced: false, out var length)) return new(length, Ahead: false);
        cursor = before;
        return null;
    }

    private static ElapsedReading? TakeAgo(ref Cursor cursor, bool allowsFuture)
    {
        var before = cursor;
        if (!Durations.Take(ref cursor, spaced: true, out var length)) return null;
        var bare = cursor;
        cursor.SkipSpace();
        if (cursor.TakeWord("ago")) return new(length, Ahead: false);
        cursor = allowsFuture ? bare : before;
        return allowsFuture ? new(length, Ahead: true) : null;
    }

    private static ElapsedReading? TakeIn(ref Cursor cursor, bool allowsFuture) =>
        allowsFuture && cursor.TakeWord("in") && cursor.SkipSpace() && Durations.Take(ref cursor, spaced: true, out var length)
            ? new(length, Ahead: true)
            : null;
}
