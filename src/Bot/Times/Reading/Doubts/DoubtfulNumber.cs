using System.Collections.Frozen;
using Sitrep.Times.Reading.Clocks;
using Sitrep.Times.Reading.Lengths;

namespace Sitrep.Times.Reading.Doubts;

/// <summary>
/// Numbers that may be times: <c>1405 restart</c>, <c>14;05</c>, <c>T+10</c>, <c>1732457100</c>. A number that counts what
/// follows it is text: <c>1200 requests failed</c>.
/// </summary>
internal static class DoubtfulNumber
{
    private const string Why = "may be a time or a number";

    private static readonly FrozenSet<string> _notBehindClocks =
    [
        "more", "of", "other", "new", "out", "in", "per", "to", "or", "and", "total", "failed", "concurrent", "unique", "active",
        "different", "people", "mb", "gb", "kb", "tb", "mib", "gib", "kib", "ms", "rps", "qps", "k", "m", "x", "percent", "dollars", "usd", "eur",
        "customer", "user", "client", "error", "request", "pod", "node", "host", "server",
    ];

    public static TimeExpression.Vague? Take(ref Cursor cursor) => cursor.Here switch
    {
        'T' or 't' => TakeFromStart(ref cursor),
        _ => cursor.DigitsHere() switch
        {
            1 or 2 => TakeSlipped(ref cursor),
            4 => TakeFour(ref cursor),
            10 or 13 => TakeUnix(ref cursor),
            _ => null,
        },
    };

    private static TimeExpression.Vague? TakeFour(ref Cursor cursor)
    {
        var clock = ClockDigits.Of(cursor.TakeDigits(2), cursor.TakeDigits(2));
        if (clock.Fault is not null || !Separators.MayEnd(cursor)) return null;
        if (!Separators.Follow(cursor) && Counts(cursor)) return null;
        return new(Why, new TimeExpression.Moment(null, clock, null));
    }

    /// <summary>Whether what follows is counted: a plural, a unit, another number.</summary>
    private static bool Counts(Cursor cursor)
    {
        cursor.SkipSpace();
        if (!char.IsLetter(cursor.Here)) return true;
        var word = cursor.Word();
        var isPlural = word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal);
        return word.Length == 0 || isPlural || _notBehindClocks.Contains(word);
    }

    /// <summary><c>14;05 restart</c>: a finger beside the colon.</summary>
    private static TimeExpression.Vague? TakeSlipped(ref Cursor cursor)
    {
        var hour = cursor.TakeDigits(cursor.DigitsHere());
        if (!cursor.Take(';') || cursor.TakeNumber(2, 2) is not { } minute || !Separators.MayEnd(cursor)) return null;
        var clock = ClockDigits.Of(hour, minute);
        return clock.Fault is null ? new(Why, new TimeExpression.Moment(null, clock, null)) : null;
    }

    private static TimeExpression.Vague? TakeFromStart(ref Cursor cursor)
    {
        cursor.Position++;
        if (cursor.Here is not ('+' or '-' or '\u2212') || !char.IsAsciiDigit(cursor.Ahead(1))) return null;
        var sign = cursor.Here == '+' ? 1 : -1;
        cursor.Position++;
        if (TakeLength(ref cursor) is not { } length || !Separators.MayEnd(cursor)) return null;
        return new("may count from the incident's start", new TimeExpression.FromStart(sign * length));
    }

    private static TimeSpan? TakeLength(ref Cursor cursor)
    {
        var before = cursor;
        if (Durations.Take(ref cursor, spaced: false, out var length)) return length;
        cursor = before;
        if (cursor.TakeNumber(1, 3) is not { } first) return null;
        if (!cursor.Take(':')) return TimeSpan.FromMinutes(first);
        return cursor.TakeNumber(2, 2) is { } minutes ? TimeSpan.FromHours(first) + TimeSpan.FromMinutes(minutes) : null;
    }

    /// <summary>Seconds, or milliseconds, since 1970.</summary>
    private static TimeExpression.Vague? TakeUnix(ref Cursor cursor)
    {
        var isMilliseconds = cursor.DigitsHere() == 13;
        var number = cursor.TakeDigits(9) * (isMilliseconds ? 10_000L : 10L);
        number += cursor.TakeDigits(cursor.DigitsHere());
        if (!Separators.MayEnd(cursor)) return null;
        return new(
            "may be a Unix time",
            new TimeExpression.Exact(
                isMilliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(number) : DateTimeOffset.FromUnixTimeSeconds(number)));
    }
}
