using Sitrep.Times.Reading.Dates;

namespace Sitrep.Times.Reading.Doubts;

/// <summary>
/// A day without a time of day: <c>yesterday we deployed</c>, <c>last night</c>, <c>2024-06-01 backup</c>. A day that names
/// what follows it is text: <c>Friday deploy rolled back</c>, <c>yesterday's release</c>.
/// </summary>
internal static class DoubtfulDay
{
    private const string NamesNoClock = "names no time of day";

    // Months whose names are words, too.
    private static readonly string[] _words = ["may", "march"];
    private static readonly string[] _partsOfDay = ["morning", "afternoon", "evening", "night", "noon"];

    // Behind a weekday these begin a sentence; a noun would be named by it.
    private static readonly string[] _subjects =
        ["we", "i", "they", "he", "she", "it", "the", "a", "an", "at", "around", "about", "some", "nobody"];

    public static TimeExpression.Vague? Take(ref Cursor cursor)
    {
        var isIntroduced = cursor.TakeWord("on", "earlier", "late", "early") && cursor.SkipSpace();
        return TakePartOfDay(ref cursor) || TakeDay(ref cursor, isIntroduced) ? new(NamesNoClock) : null;
    }

    /// <summary><c>this morning</c>, <c>last night</c>, <c>last week</c>.</summary>
    private static bool TakePartOfDay(ref Cursor cursor)
    {
        var before = cursor;
        var taken = (cursor.TakeWord("this") && cursor.SkipSpace() && cursor.TakeWord("morning", "afternoon", "evening"))
            || (cursor.TakeWord("last") && cursor.SkipSpace() && cursor.TakeWord("night", "evening", "week", "month"));
        if (taken && Separators.MayEnd(cursor)) return true;
        cursor = before;
        return false;
    }

    private static bool TakeDay(ref Cursor cursor, bool isIntroduced)
    {
        var start = cursor.Position;
        if (DateReading.Take(ref cursor) is not { } date) return false;
        var typed = cursor.Since(start);
        var end = cursor;
        var hasPart = cursor.SkipSpace() && cursor.TakeWord(_partsOfDay);
        if (!hasPart) cursor = end;
        if (!Separators.MayEnd(cursor)) return false;
        return date switch
        {
            DateReading.FromToday { Days: < 0 } => true,
            DateReading.FromToday { Days: 0 } => hasPart,
            DateReading.FromToday => false,
            DateReading.Weekday { Which: "next" } => false,
            DateReading.Weekday { Which: "" } => hasPart || isIntroduced || SentenceFollows(cursor),
            DateReading.Weekday => true,
            _ => IsWrittenOut(typed),
        };
    }

    private static bool SentenceFollows(Cursor cursor)
    {
        if (Separators.Follow(cursor)) return true;
        cursor.SkipSpace();
        return _subjects.Contains(cursor.Word());
    }

    // "1.2.34" is a version, "3/4" a part, "2 may have failed" a sentence.
    private static bool IsWrittenOut(string typed) =>
        typed.AsSpan().ContainsAnyInRange('A', 'Z')
        || (typed.Any(char.IsLetter) && !_words.Any(month => typed.Contains(month, StringComparison.Ordinal)))
        || (typed.Count(char.IsAsciiDigit) > 5 && typed.Any(c => c is '-' or '/' or '.') && HasYear(typed));

    private static bool HasYear(string typed) => typed.Split('-', '/', '.', ' ', ',').Any(part => part.Length == 4);
}
