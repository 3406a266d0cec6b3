using NodaTime;

namespace Sitrep.Times.Reading;

/// <summary>A date as written, before anything decides which day it is. The set is closed.</summary>
internal abstract record DateReading
{
    /// <summary>One certain day.</summary>
    public sealed record Day(LocalDate Date) : DateReading;

    /// <summary><c>yesterday</c>, <c>today</c>, <c>tomorrow</c>.</summary>
    public sealed record FromToday(int Days) : DateReading;

    /// <summary>A month and a day.</summary>
    public sealed record NoYear(int Month, int DayOfMonth) : DateReading;

    /// <summary>A weekday alone.</summary>
    public sealed record Weekday(IsoDayOfWeek Name) : DateReading;

    /// <summary><c>01/06/2024</c>: 1 June here, 6 January there.</summary>
    public sealed record Either(LocalDate DayFirst, LocalDate MonthFirst) : DateReading;

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
        if (CalendarWords.TakeWeekday(ref cursor) is { } weekday) return TakeAfter(weekday, ref cursor);
        var date = DateForms.Take(ref cursor);
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

    private static DateReading TakeAfter(IsoDayOfWeek weekday, ref Cursor cursor)
    {
        var alone = cursor;
        cursor.Take(',');
        if (cursor.SkipSpace() && DateForms.Take(ref cursor) is { } date)
        {
            return date is Day { Date: var day } && day.DayOfWeek != weekday
                ? new Impossible($"{day:d MMMM yyyy} is a {day.DayOfWeek}", day)
                : date;
        }

        cursor = alone;
        return new Weekday(weekday);
    }
}
