using NodaTime;
using Sitrep.Prose;

namespace Sitrep.Times.Reading.Dates;

/// <summary>Reads the days that people type for what is due: <c>2026-06-14</c>, <c>friday</c>, <c>in 3 days</c>.</summary>
internal static class DateReader
{
    private const int EightYears = 8 * 366;

    /// <summary>Reads a text that has to be a day and nothing else.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="today">The day it is where the text was typed.</param>
    public static DayReading Read(string text, DateOnly today)
    {
        var typed = text.Trim();
        var cursor = new Cursor(typed);
        var now = LocalDate.FromDateOnly(today);
        SkipLead(ref cursor);
        var start = cursor;
        if (DueWords.Take(ref cursor, now) is { } due && cursor.AtEnd) return due.Count == 1 ? Of(due[0]) : Two(typed, due);
        cursor = start;
        return DateReading.Take(ref cursor) is { } date && cursor.AtEnd ? Place(typed, date, now) : Unreadable(typed);
    }

    /// <summary>How many characters a day in front of a text takes; 0 where there is none.</summary>
    public static int LengthIn(string text)
    {
        var cursor = new Cursor(text);
        SkipLead(ref cursor);
        var start = cursor;
        // Where a day ends does not depend on today.
        if (DueWords.Take(ref cursor, new LocalDate(2020, 1, 1)) is not null && Ends(cursor)) return cursor.Position;
        cursor = start;
        return DateReading.Take(ref cursor) is not null && Ends(cursor) ? cursor.Position : 0;
    }

    private static bool Ends(Cursor cursor) => cursor.AtEnd || Cursor.IsBlank(cursor.Here);

    private static void SkipLead(ref Cursor cursor)
    {
        if (cursor.TakeWord("by", "on", "until", "before")) cursor.SkipSpace();
    }

    private static DayReading Place(string typed, DateReading date, LocalDate today) => date switch
    {
        DateReading.Day day => Of(day.Date),
        DateReading.NoYear day when Next(today, day.Month, day.DayOfMonth) is { } next => Of(next),
        DateReading.Either { HasYear: true } day => Two(typed, [day.DayFirst, day.MonthFirst]),
        DateReading.Either day => Two(
            typed,
            [.. new[] { day.DayFirst, day.MonthFirst }.Select(d => Next(today, d.Month, d.Day)).OfType<LocalDate>()]),
        DateReading.Impossible day => Asked(
            typed,
            Line.Of($"I cannot read \"{Quote.Of(typed)}\" as a date: {day.Why}."),
            day.Nearest is { } nearest ? [nearest] : []),
        _ => Unreadable(typed),
    };

    private static LocalDate? Next(LocalDate today, int month, int day) => Enumerable.Range(0, EightYears)
        .Select(today.PlusDays)
        .Where(date => date.Month == month && date.Day == day)
        .Cast<LocalDate?>()
        .FirstOrDefault();

    private static DayReading.Understood Of(LocalDate day) => new(day.ToDateOnly());

    private static DayReading.Unclear Two(string typed, IReadOnlyList<LocalDate> days) =>
        Asked(typed, Line.Of($"\"{Quote.Of(typed)}\" is {days[0]:d MMMM} to some and {days[1]:d MMMM} to others."), days);

    private static DayReading.Unclear Unreadable(string typed) => Asked(
        typed,
        Line.Of($"I cannot read \"{Quote.Of(typed)}\" as a date: write it like 2024-06-14, June 14, friday, in 3 days or next week."),
        []);

    private static DayReading.Unclear Asked(string typed, Line problem, IReadOnlyList<LocalDate> days) =>
        new(typed, problem, [.. days.Distinct().Select(day => new WhenOffer($"Use {day:ddd d MMMM yyyy}", $"{day:yyyy-MM-dd}"))]);
}
