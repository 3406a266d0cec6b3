using System.Collections.Frozen;
using System.Globalization;
using NodaTime;

namespace Sitrep.Times.Reading.Dates;

/// <summary>Months, weekdays and the days around today, as people write them in English.</summary>
internal static class CalendarWords
{
    private static readonly DateTimeFormatInfo _english = CultureInfo.InvariantCulture.DateTimeFormat;

    private static readonly FrozenDictionary<string, int> _months = Words(
        Enumerable.Range(1, 12), _english.GetMonthName, _english.GetAbbreviatedMonthName, [("sept", 9)]);

    private static readonly FrozenDictionary<string, IsoDayOfWeek> _weekdays = Words(
        Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None),
        day => day.ToString(),
        day => day.ToString()[..3],
        [("tues", IsoDayOfWeek.Tuesday), ("thur", IsoDayOfWeek.Thursday), ("thurs", IsoDayOfWeek.Thursday)]);

    public static string NameOf(int month) => _english.GetMonthName(month);

    public static int? TakeMonth(ref Cursor cursor) => TakeFrom(_months, ref cursor);

    public static IsoDayOfWeek? TakeWeekday(ref Cursor cursor) => TakeFrom(_weekdays, ref cursor);

    /// <summary>Days from today.</summary>
    public static int? TakeRelativeDay(ref Cursor cursor) =>
        cursor.TakeWord("yesterday") ? -1 : cursor.TakeWord("today", "tonight") ? 0 : cursor.TakeWord("tomorrow") ? 1 : null;

    private static T? TakeFrom<T>(FrozenDictionary<string, T> words, ref Cursor cursor) where T : struct
    {
        var word = cursor.Word();
        if (word.Length == 0 || !words.TryGetValue(word, out var value)) return null;
        cursor.Position += word.Length;
        cursor.Take('.');
        return value;
    }

    private static FrozenDictionary<string, T> Words<T>(
        IEnumerable<T> values, Func<T, string> name, Func<T, string> abbreviation, (string Word, T Value)[] others) => values
        .SelectMany(value => new[] { name(value), abbreviation(value) }.Select(word => (Word: word.ToLowerInvariant(), Value: value)))
        .Concat(others)
        .DistinctBy(row => row.Word)
        .ToFrozenDictionary(row => row.Word, row => row.Value);
}
