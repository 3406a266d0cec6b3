using NodaTime;

namespace Sitrep.Times.Reading.Clocks;

/// <summary>
/// A time of day as written: <c>14:05</c>, <c>14h05</c>, <c>2:05 p.m.</c>, <c>2pm</c>, <c>2306HRS</c>, <c>noon</c>.
/// </summary>
/// <param name="Time">The time; with a fault, what it may have meant.</param>
/// <param name="Fault">Why what looks like a time is none; null where it is one.</param>
/// <param name="HasSeconds">Whether seconds were written.</param>
internal sealed record ClockReading(LocalTime? Time, string? Fault = null, bool HasSeconds = false)
{
    private const int Noon = 12;

    /// <summary>Whether <c>am</c> or <c>pm</c> was written.</summary>
    public bool HasHalf { get; init; }

    /// <summary>Whether it is a word (<c>noon</c>), so that nobody means the hour of the other half of the day.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Whether behind a dash it would rather begin a text: <c>14:05 - midnight job failed</c>.</summary>
    public bool IsLoose { get; init; }

    /// <summary>Written with <c>ish</c> or <c>or so</c>.</summary>
    public bool IsApproximate { get; init; }

    /// <summary>The same on a dial of twelve hours, in the other half of the day; null where it was written for one of 24.</summary>
    public LocalTime? OtherHalf { get; init; }

    public static ClockReading? Take(ref Cursor cursor)
    {
        var before = cursor;
        var reading = NamedClock.Take(ref cursor) ?? ClockDigits.Take(ref cursor);
        if (reading is null)
        {
            cursor = before;
            return null;
        }

        return TakeIsh(ref cursor) ? reading with { IsApproximate = true } : reading;
    }

    /// <summary>The same in the other half of the day.</summary>
    public ClockReading InOtherHalf() => this with { Time = OtherHalf, OtherHalf = null };

    /// <summary>The other half of the day for a time of a dial of twelve hours.</summary>
    public static LocalTime Across(LocalTime time) => time.PlusHours(Noon);

    /// <summary><c>14:05ish</c>, <c>2pm-ish</c>, <c>14:05 or so</c>.</summary>
    private static bool TakeIsh(ref Cursor cursor)
    {
        var before = cursor;
        cursor.Take('-');
        if (cursor.TakeWord("ish")) return true;
        cursor = before;
        if (cursor.SkipSpace() && (cursor.TakeWord("ish") || cursor.TakeWords("or", "so"))) return true;
        cursor = before;
        return false;
    }
}
