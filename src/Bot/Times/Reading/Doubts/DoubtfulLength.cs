using Sitrep.Times.Reading.Lengths;

namespace Sitrep.Times.Reading.Doubts;

/// <summary>Lengths that say about how long ago: <c>a few minutes ago</c>, <c>5-10 minutes ago</c>, <c>10 minutes earlier</c>.</summary>
internal static class DoubtfulLength
{
    private static readonly int[] _couple = [2, 3];
    private static readonly int[] _few = [5, 10];

    private const string SaysTooLittle = "does not say which minute";

    public static TimeExpression.Vague? Take(ref Cursor cursor)
    {
        Approximation.Take(ref cursor);
        var before = cursor;
        var vague = TakeWhile(ref cursor) ?? TakeAgain(ref cursor, before, TakeFew) ?? TakeAgain(ref cursor, before, TakeRange)
            ?? TakeAgain(ref cursor, before, TakeEarlier);
        return vague is not null && Separators.MayEnd(cursor) ? vague : null;
    }

    private delegate TimeExpression.Vague? Form(ref Cursor cursor);

    private static TimeExpression.Vague? TakeAgain(ref Cursor cursor, Cursor before, Form form)
    {
        cursor = before;
        return form(ref cursor);
    }

    /// <summary><c>a while ago</c>, <c>moments ago</c>.</summary>
    private static TimeExpression.Vague? TakeWhile(ref Cursor cursor)
    {
        if (cursor.TakeWord("a", "some", "not", "just")) cursor.SkipSpace();
        if (cursor.TakeWord("a", "little", "short")) cursor.SkipSpace();
        var isSaid = cursor.TakeWord("while", "moment", "moments", "bit", "time", "long", "ages") && TakeAgo(ref cursor);
        return isSaid ? new(SaysTooLittle) : null;
    }

    /// <summary><c>a few minutes ago</c>, <c>couple of hours ago</c>, <c>some days ago</c>, <c>months ago</c>.</summary>
    private static TimeExpression.Vague? TakeFew(ref Cursor cursor)
    {
        if (cursor.TakeWord("a", "just")) cursor.SkipSpace();
        if (cursor.TakeWord("a", "only")) cursor.SkipSpace();
        var isCouple = cursor.TakeWord("couple");
        if (isCouple || cursor.TakeWord("few", "some", "several", "many")) cursor.SkipSpace();
        var isCounted = !isCouple && Counts.Take(ref cursor, spaced: true, out _) && cursor.SkipSpace();
        if (cursor.TakeWord("of")) cursor.SkipSpace();
        var unit = cursor.Word();
        if (!cursor.TakeWord(unit)) return null;
        var seconds = Durations.SecondsIn(unit);
        if (seconds == 0 ? unit is not ("month" or "months" or "year" or "years") : isCounted) return null;
        if (!TakeAgo(ref cursor)) return null;
        return seconds == 0
            ? new(SaysTooLittle)
            : new(SaysTooLittle, [.. (isCouple ? _couple : _few).Select(count => Ago(TimeSpan.FromSeconds(count * seconds)))]);
    }

    /// <summary><c>5-10 minutes ago</c>, <c>5 or 10 minutes ago</c>, <c>10+ minutes ago</c>.</summary>
    private static TimeExpression.Vague? TakeRange(ref Cursor cursor)
    {
        if (!Counts.Take(ref cursor, spaced: true, out var first)) return null;
        if (cursor.Take('+'))
        {
            cursor.SkipSpace();
            return TakeUnitAgo(ref cursor) is { } single ? new(SaysTooLittle, Of(first, single)) : null;
        }

        cursor.SkipSpace();
        if (!cursor.TakeWord("to", "or") && !cursor.Take('-') && !cursor.Take('\u2013')) return null;
        cursor.SkipSpace();
        if (!Counts.Take(ref cursor, spaced: true, out var last)) return null;
        cursor.SkipSpace();
        return TakeUnitAgo(ref cursor) is { } unit ? new(SaysTooLittle, Of(first, unit), Of(last, unit)) : null;
    }

    /// <summary><c>10 minutes earlier</c>, <c>10 minutes or so ago</c>.</summary>
    private static TimeExpression.Vague? TakeEarlier(ref Cursor cursor)
    {
        if (!Durations.Take(ref cursor, spaced: true, out var length)) return null;
        cursor.SkipSpace();
        var isAbout = cursor.TakeWords("or", "so") && cursor.SkipSpace();
        if (!cursor.TakeWord("earlier", "before", "prior", "back") && !(isAbout && cursor.TakeWord("ago"))) return null;
        return new(isAbout ? SaysTooLittle : "does not say before what", new TimeExpression.Elapsed(new(length, Ahead: false)));
    }

    private static int? TakeUnitAgo(ref Cursor cursor)
    {
        var unit = cursor.Word();
        return Durations.SecondsIn(unit) is > 0 and var seconds && cursor.TakeWord(unit) && TakeAgo(ref cursor) ? seconds : null;
    }

    private static bool TakeAgo(ref Cursor cursor)
    {
        cursor.SkipSpace();
        return cursor.TakeWord("ago", "earlier", "back", "before");
    }

    private static TimeExpression.Elapsed Of(decimal count, int seconds) =>
        Ago(count < 1_000_000 ? TimeSpan.FromSeconds((double)count * seconds) : null);

    private static TimeExpression.Elapsed Ago(TimeSpan? length) => new(new(length, Ahead: false));
}
