namespace Sitrep.Times.Reading.Doubts;

/// <summary>
/// A clock behind marks, with letters at its end, or behind a word that makes it another event's: <c>"14:05</c>,
/// <c>14:05foo</c>, <c>since 14:05</c>.
/// </summary>
internal static class DoubtfulClock
{
    private const int MostMarks = 8;
    private const string Why = "may be a time or the beginning of the text";

    private static readonly string[] _before =
        ["since", "from", "after", "before", "until", "till", "by", "past", "starting", "started", "began", "beginning"];

    public static TimeExpression.Vague? Take(ref Cursor cursor)
    {
        SkipMarks(ref cursor);
        var isAnothers = cursor.TakeWord(_before) || cursor.TakeWords("as", "of");
        if (isAnothers && !cursor.SkipSpace()) return null;
        Approximation.Take(ref cursor);
        if (TimeExpression.Take(ref cursor, allowsFuture: false) is not { } written) return null;
        if (!Separators.MayEnd(cursor) && (written is TimeExpression.Elapsed || IsNumberOfSomethingElse(cursor, written))) return null;
        return written is TimeExpression.Vague vague ? vague : new(Why, written);
    }

    private static void SkipMarks(ref Cursor cursor)
    {
        var end = cursor.Position + MostMarks;
        while (!cursor.AtEnd && cursor.Position < end && !char.IsLetterOrDigit(cursor.Here)) cursor.Position++;
    }

    // "10:20:30:40:5e:ff" is an address; "2pm" and "noon" need their end.
    private static bool IsNumberOfSomethingElse(Cursor cursor, TimeExpression written) =>
        cursor.Here == ':' || written is TimeExpression.Moment { Clock.IsLoose: true };
}
