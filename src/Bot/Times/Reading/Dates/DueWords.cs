using NodaTime;
using Sitrep.Times.Reading.Lengths;

namespace Sitrep.Times.Reading.Dates;

/// <summary>Days ahead, said from today: <c>tomorrow</c>, <c>friday</c>, <c>in 3 days</c>, <c>next week</c>, <c>end of month</c>.</summary>
internal static class DueWords
{
    private const int Furthest = 3000;

    /// <summary>Takes one; two days where people mean either by it.</summary>
    public static IReadOnlyList<LocalDate>? Take(ref Cursor cursor, LocalDate today)
    {
        var before = cursor;
        var day = TakePhrase(ref cursor, today);
        if (day is null) cursor = before;
        day ??= TakeLength(ref cursor, today);
        if (day is not null) return [day.Value];
        cursor = before;
        return TakeWeekday(ref cursor, today);
    }

    private static LocalDate? TakePhrase(ref Cursor cursor, LocalDate today)
    {
        if (cursor.TakeWord("today", "tonight", "eod", "cob") || TakeEndOf(ref cursor, "day", "today")) return today;
        if (cursor.TakeWord("tomorrow")) return today.PlusDays(1);
        if (TakeDayAfterTomorrow(ref cursor)) return today.PlusDays(2);
        if (cursor.TakeWords("next", "week")) return NextMonday(today);
        if (cursor.TakeWords("next", "month")) return today.PlusMonths(1).With(DateAdjusters.StartOfMonth);
        if (cursor.TakeWords("this", "week") || cursor.TakeWord("eow") || TakeEndOf(ref cursor, "week")) return Friday(today);
        if (cursor.TakeWords("this", "month") || cursor.TakeWord("eom") || TakeEndOf(ref cursor, "month"))
            return today.With(DateAdjusters.EndOfMonth);
        var before = cursor;
        if (TakeEndOf(ref cursor, "next") && cursor.SkipSpace())
        {
            if (cursor.TakeWord("week")) return NextMonday(today).PlusDays(4);
            if (cursor.TakeWord("month")) return today.PlusMonths(1).With(DateAdjusters.EndOfMonth);
        }

        cursor = before;
        return null;
    }

    /// <summary><c>in 3 days</c>, <c>2 weeks</c>, <c>within a month</c>, <c>a week from now</c>.</summary>
    private static LocalDate? TakeLength(ref Cursor cursor, LocalDate today)
    {
        if (cursor.TakeWord("in", "within")) cursor.SkipSpace();
        if (!Counts.Take(ref cursor, spaced: true, out var count) || count is < 1 or > Furthest || count != Math.Floor(count)) return null;
        cursor.SkipSpace();
        var number = (int)count;
        LocalDate? day = null;
        if (cursor.TakeWord("d", "day", "days")) day = today.PlusDays(number);
        else if (cursor.TakeWord("w", "week", "weeks")) day = today.PlusWeeks(number);
        else if (cursor.TakeWord("month", "months")) day = today.PlusMonths(number);
        var before = cursor;
        if (!(cursor.SkipSpace() && cursor.TakeWord("from") && cursor.SkipSpace() && cursor.TakeWord("now", "today"))) cursor = before;
        return day;
    }

    /// <summary>From tomorrow on: what is due on "Friday" on a Friday is due in a week.</summary>
    private static IReadOnlyList<LocalDate>? TakeWeekday(ref Cursor cursor, LocalDate today)
    {
        var isNext = cursor.TakeWord("next") && cursor.SkipSpace();
        if (!isNext && cursor.TakeWord("this", "coming")) cursor.SkipSpace();
        if (CalendarWords.TakeWeekday(ref cursor) is not { } weekday || cursor.Here == ',') return null;
        var after = cursor;
        // "Friday 14 June" is a date.
        if (after.SkipSpace() && DateForms.Take(ref after) is not null) return null;
        var coming = today.Next(weekday);
        // "Next Friday" on a Tuesday is in three days to some, and in ten to others.
        return isNext && coming < NextMonday(today) ? [coming, coming.PlusWeeks(1)] : [coming];
    }

    private static bool TakeDayAfterTomorrow(ref Cursor cursor)
    {
        var before = cursor;
        if (cursor.TakeWord("the")) cursor.SkipSpace();
        if (cursor.TakeWords("day", "after") && cursor.SkipSpace() && cursor.TakeWord("tomorrow")) return true;
        cursor = before;
        return false;
    }

    private static bool TakeEndOf(ref Cursor cursor, params string[] words)
    {
        var before = cursor;
        if (cursor.TakeWords("end", "of") && cursor.SkipSpace())
        {
            if (cursor.TakeWord("the", "this")) cursor.SkipSpace();
            if (cursor.TakeWord(words)) return true;
        }

        cursor = before;
        return false;
    }

    private static LocalDate NextMonday(LocalDate today) => today.Next(IsoDayOfWeek.Monday);

    private static LocalDate Friday(LocalDate today) =>
        today.DayOfWeek == IsoDayOfWeek.Friday ? today : today.Next(IsoDayOfWeek.Friday);
}
