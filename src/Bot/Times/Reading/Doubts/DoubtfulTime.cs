namespace Sitrep.Times.Reading.Doubts;

/// <summary>
/// First words that hold a clock, a day or a length and that no form reads: they may be a time or text, and nobody but the
/// writer can say which.
/// </summary>
internal static class DoubtfulTime
{
    private delegate TimeExpression.Vague? Form(ref Cursor cursor);

    private static readonly Form[] _forms = [DoubtfulClock.Take, DoubtfulNumber.Take, DoubtfulLength.Take, DoubtfulDay.Take];

    public static TimeExpression.Vague? Take(ref Cursor cursor)
    {
        var before = cursor;
        foreach (var form in _forms)
        {
            if (form(ref cursor) is { } vague) return vague;
            cursor = before;
        }

        return null;
    }
}
