using System.Collections.Frozen;
using System.Globalization;
using NodaTime;

namespace Sitrep.Times;

/// <summary>Months, weekdays and the days around today, as people write them in English.</summary>
internal static class CalendarWords
{
    private static readonly DateTimeFormatInfo _english = CultureInfo.InvariantCulture.DateTimeFormat;

    private static readonly FrozenDictionary<string, int> _months = Enumerable.Range(1, 12)
        .SelectMany(month => new[] { _english.GetMonthName(month), _english.GetAbbreviatedMonthName(month) }.Select(name => (Name: name.ToLowerInvariant(), Month: month)))
        .Append((Name: "sept", Month: 9))
        .DistinctBy(row => row.Name)
        .ToFrozenDictionary(row => row.Name, row => row.Month);

    private static readonly FrozenDictionary<string, IsoDayOfWeek> _weekdays = new Dictionary<string, IsoDayOfWeek>
    {
        ["monday"] = IsoDayOfWeek.Monday, ["mon"] = IsoDayOfWeek.Monday,
        ["tuesday"] = IsoDayOfWeek.Tuesday, ["tue"] = IsoDayOfWeek.Tuesday, ["tues"] = IsoDayOfWeek.Tuesday,
        ["wednesday"] = IsoDayOfWeek.Wednesday, ["wed"] = IsoDayOfWeek.Wednesday,
        ["thursday"] = IsoDayOfWeek.Thursday, ["thu"] = IsoDayOfWeek.Thursday, ["thur"] = IsoDayOfWeek.Thursday, ["thurs"] = IsoDayOfWeek.Thursday,
        ["friday"] = IsoDayOfWeek.Friday, ["fri"] = IsoDayOfWeek.Friday,
        ["saturday"] = IsoDayOfWeek.Saturday, ["sat"] = IsoDayOfWeek.Saturday,
        ["sunday"] = IsoDayOfWeek.Sunday, ["sun"] = IsoDayOfWeek.Sunday,
    }.ToFrozenDictionary();

    public static string NameOf(int month) => _english.GetMonthName(month);

    public static int? TakeMonth(ref Cursor cursor) => TakeFrom(_months, ref cursor);

    public static IsoDayOfWeek? TakeWeekday(ref Cursor cursor) => TakeFrom(_weekdays, ref cursor);

    /// <summary>Days from today.</summary>
    public static int? TakeRelativeDay(ref Cursor cursor) =>
        cursor.TakeWord("yesterday") ? -1 : cursor.TakeWord("today") ? 0 : cursor.TakeWord("tomorrow") ? 1 : null;

    private static T? TakeFrom<T>(FrozenDictionary<string, T> words, ref Cursor cursor) where T : struct
    {
        var word = cursor.Word();
        if (word.Length == 0 || !words.TryGetValue(word, out var value)) return null;
        cursor.Position += word.Length;
        cursor.Take('.');
        return value;
    }
}
