using NodaTime;

namespace Sitrep.Times.Reading.Clocks;

/// <summary>The clocks that have a word: <c>noon</c>, <c>midnight</c>.</summary>
internal static class NamedClock
{
    public static ClockReading? Take(ref Cursor cursor)
    {
        var before = cursor;
        LocalTime? time = cursor.TakeWord("noon", "midday") ? LocalTime.Noon : cursor.TakeWord("midnight") ? LocalTime.Midnight : null;
        // "Midnight's job failed", "noon-time": a word of the text.
        if (time is not null && Separators.MayEnd(cursor)) return new(time) { IsNamed = true, IsLoose = true };
        cursor = before;
        return null;
    }
}
