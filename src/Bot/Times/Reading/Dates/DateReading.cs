using NodaTime;

namespace Sitrep.Times.Reading.Dates;

/// <summary>A date as written, before anything decides which day it is. The set is closed.</summary>
internal abstract record DateReading
{
    /// <summary>One certain day.</summary>
    public sealed record Day(LocalDate Date) : DateReading;

    /// <summary><c>yesterday</c>, <c>today</c>, <c>tomorrow</c>.</summary>
    public sealed record FromToday(int Days) : DateReading;

    /// <summary>A month and a day, perhaps with the weekday that was written.</summary>
    public sealed record NoYear(int Month, int DayOfMonth, IsoDayOfWeek? On = null) : DateReading;

    /// <summary>A weekday.</summary>
    /// <param name="Name">Which one.</param>
    /// <param name="Which">The word before it: <c>last</c>, <c>this</c>, <c>next</c>; empty for none.</param>
    public sealed record Weekday(IsoDayOfWeek Name, string Which = "") : DateReading;

    /// <summary><c>01/06/2024</c>, <c>01/06</c>: 1 June here, 6 January there.</summary>
    /// <param name="DayFirst">The day if the first number is it; without a year one of 2000.</param>
    /// <param name="MonthFirst">The day if the second number is it.</param>
    /// <param name="HasYear">Whether the year was written.</param>
    public sealed record Either(LocalDate DayFirst, LocalDate MonthFirst, bool HasYear = true) : DateReading;

    /// <summary>No such day.</summary>
    /// <param name="Why">The reason, as the end of a sentence.</param>
    /// <param name="Nearest">A day that may have been meant.</param>
    public sealed record Impossible(string Why, LocalDate? Nearest) : DateReading;

    // Outside of these years the calendar's own limits would show, and nobody means them.
    private const int FirstYear = 1970;
    private const int LastYear = 9990;

    public static DateReading? Take(ref Cursor cursor)
    {
        var before = cursor;
        if (CalendarWords.TakeRelativeDay(ref cursor) is { } days) return new FromToday(days);
        var which = TakeWhich(ref cursor);
        if (CalendarWords.TakeWeekday(ref cursor) is { } weekday)
            return which.Length > 0 ? new Weekday(weekday, which) : TakeAfter(weekday, ref cursor);
        var date = which.Length > 0 ? null : DateForms.Take(ref cursor);
        if (date is null) cursor = before;
        return date;
    }

    /// <summary>The day with these numbers, or why there is none.</summary>
    public static DateReading Of(int year, int month, int day)
    {
        if (year is < FirstYear or > LastYear) return new Impossible($"the year {year} is out of reach", null);
        if (month is < 1 or > 12) return new Impossible("the months go to 12", null);
        var last = CalendarSystem.Iso.GetDaysInMonth(year, month);
        var lastDay = new LocalDate(year, month, last);
        return day >= 1 && day <= last
            ? new Day(new LocalDate(year, month, day))
            : new Impossible($"{CalendarWords.NameOf(month)} {year} has {last} days", lastDay);
    }

    private static string TakeWhich(ref Cursor cursor)
    {
        var before = cursor;
        var word = cursor.Word();
        if (cursor.TakeWord("last", "past", "this", "next") && cursor.SkipSpace()) return word;
        cursor = before;
        return "";
    }

    private static DateReading TakeAfter(IsoDayOfWeek weekday, ref Cursor cursor)
    {
        var alone = cursor;
        cursor.Take(',');
        if (cursor.SkipSpace() && DateForms.Take(ref cursor) is { } date)
        {
            return date switch
            {
                Day { Date: var day } => Agreeing(weekday, day),
                NoYear day => day with { On = weekday },
                _ => date,
            };
        }

        cursor = alone;
        return new Weekday(weekday);
    }

    /// <summary>The day, where it is that weekday.</summary>
    public static DateReading Agreeing(IsoDayOfWeek weekday, LocalDate day) =>
        day.DayOfWeek == weekday ? new Day(day) : new Impossible($"{day:d MMMM yyyy} is a {day.DayOfWeek}", day);
}
