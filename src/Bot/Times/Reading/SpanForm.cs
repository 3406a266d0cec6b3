using NodaTime;

namespace Sitrep.Times.Reading;

/// <summary>What makes a span of a moment: <c>14:00-14:20</c>, <c>14:00 to 14:20</c>, <c>between 14:00 and 14:20</c>.</summary>
internal static class SpanForm
{
    public static TimeExpression.Span? Take(ref Cursor cursor, TimeExpression.Moment opening, bool between)
    {
        var before = cursor;
        // "13:05 - 2pm deploy rolled back" speaks of a deploy, "1pm - 2pm" of a span.
        if (TakeJoint(ref cursor, between, out var isApartByDash)
            && MomentForm.Take(ref cursor) is { } until
            && (!isApartByDash || !until.Clock.IsLoose || opening.Clock.IsLoose)
            && Separators.MayEnd(cursor)) return Agreeing(opening, until);
        cursor = before;
        return null;
    }

    private static bool TakeJoint(ref Cursor cursor, bool between, out bool isApartByDash)
    {
        var spaced = cursor.SkipSpace();
        isApartByDash = false;
        if (cursor.Here is '-' or '\u2013' or '\u2014' or '\u2212')
        {
            cursor.Position++;
            isApartByDash = cursor.SkipSpace() && spaced;
            return true;
        }

        if (!spaced) return false;
        var isWord = cursor.TakeWord("to", "until", "till", "til", "thru", "through") || (between && cursor.TakeWord("and"));
        return isWord && cursor.SkipSpace();
    }

    /// <summary>One <c>pm</c>, one zone and one date are both times': <c>2:00-2:20pm UTC</c>.</summary>
    private static TimeExpression.Span Agreeing(TimeExpression.Moment opening, TimeExpression.Moment until)
    {
        var (first, last) = (opening.Clock, until.Clock);
        if (last.HasHalf && first.OtherHalf is { } other && first.Time is { } start && last.Time is { } end)
            first = IsNearer(other, start, end) ? first.InOtherHalf() : first with { OtherHalf = null };
        if (opening.Clock.HasHalf && last.OtherHalf is { } later && last.Time is { } asWritten && first.Time is { } begin)
            last = IsNearer(later, asWritten, begin, ahead: true) ? last.InOtherHalf() : last with { OtherHalf = null };
        var zone = opening.Zone ?? until.Zone;
        return new(opening with { Clock = first, Zone = zone }, until with { Clock = last, Zone = until.Zone ?? zone });
    }

    /// <summary>Whether one time lies closer before (or behind) a third than another.</summary>
    private static bool IsNearer(LocalTime one, LocalTime other, LocalTime third, bool ahead = false) =>
        ahead ? Ahead(third, one) < Ahead(third, other) : Ahead(one, third) < Ahead(other, third);

    private static long Ahead(LocalTime from, LocalTime until) =>
        (until.NanosecondOfDay - from.NanosecondOfDay + NodaConstants.NanosecondsPerDay) % NodaConstants.NanosecondsPerDay;
}
