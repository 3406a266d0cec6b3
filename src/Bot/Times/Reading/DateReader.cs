using NodaTime;
using Sitrep.Prose;

namespace Sitrep.Times.Reading;

/// <summary>Reads the days that people type for what is due.</summary>
internal static class DateReader
{
    private const int Week = 7;
    private const int EightYears = 8 * 366;

    /// <summary>Reads a text that has to be a day and nothing else.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="today">The day it is where the text was typed.</param>
    public static DayReading Read(string text, DateOnly today)
    {
        var typed = text.Trim();
        var cursor = new Cursor(typed);
        var date = DateReading.Take(ref cursor);
        if (!cursor.AtEnd) date = null;
        DayReading.Unclear Asked(Line problem, params IEnumerable<LocalDate?> days) =>
            new(typed, problem, [.. days.OfType<LocalDate>().Distinct().Select(Offer)]);
        return date switch
        {
            DateReading.Day day => new DayReading.Understood(day.Date.ToDateOnly()),
            DateReading.FromToday { Days: >= 0 } day => new DayReading.Understood(today.AddDays(day.Days)),
            DateReading.Weekday day => Asked(Line.Of($"A {day.Name} alone is no date."), Next(today, Week, d => d.DayOfWeek == day.Name)),
            DateReading.NoYear day => Asked(
                Line.Of($"\"{Quote.Of(typed)}\" names no year."),
                Next(today, EightYears, d => d.Month == day.Month && d.Day == day.DayOfMonth)),
            DateReading.Either day => Asked(
                Line.Of($"\"{Quote.Of(typed)}\" is {day.DayFirst:d MMMM} to some and {day.MonthFirst:d MMMM} to others."),
                day.DayFirst, day.MonthFirst),
            DateReading.Impossible day => Asked(Line.Of($"I cannot read \"{Quote.Of(typed)}\" as a date: {day.Why}."), day.Nearest),
            _ => Asked(Line.Of($"I cannot read \"{Quote.Of(typed)}\" as a date: write it like 2024-06-14, June 14, 2024 or tomorrow.")),
        };
    }

    /// <summary>The next such day from tomorrow on: what is due on "Friday" on a Friday is due in a week.</summary>
    private static LocalDate? Next(DateOnly today, int days, Func<LocalDate, bool> matches) =>
        Enumerable
            .Range(1, days)
            .Select(ahead => LocalDate.FromDateOnly(today.AddDays(ahead)))
            .Where(matches)
            .Cast<LocalDate?>()
            .FirstOrDefault();

    private static WhenOffer Offer(LocalDate day) => new($"Use {day:ddd d MMMM yyyy}", $"{day:yyyy-MM-dd}");
}
