using Sitrep.Incidents.Zones;
using Sitrep.Times.Reading;
using Sitrep.Times.Reading.Doubts;
using Sitrep.Times.Resolving;

namespace Sitrep.Times;

/// <summary>Reads the times that people type. Pure and linear: the moment of typing arrives with the context.</summary>
internal static class WhenReader
{
    /// <summary>
    /// Reads a time at the beginning of a text: <c>14:05 UTC - rolled back</c>. Text that begins with none is text, and
    /// so is <c>now</c> with anything behind it.
    /// </summary>
    public static When ReadPrefix(string text, WhenContext context) =>
        ReaderClock.Compare(context, against => Read(text, against, whole: false));

    /// <summary>Reads a text that has to be a time and nothing else; what is none is <see cref="When.Unclear"/>.</summary>
    public static When ReadAll(string text, WhenContext context) =>
        ReaderClock.Compare(context, against => All(text, against));

    private static When All(string text, WhenContext context)
    {
        var read = Read(text, context, whole: true);
        var length = read switch
        {
            When.Understood understood => understood.Length,
            When.Unclear unclear => unclear.Length,
            _ => 0,
        };
        if (length > 0 && IsBlank(text.AsSpan(length))) return read;
        var answer = new TimeAnswer(context, text.Trim(), text, text.Length);
        return length == 0 ? answer.NoTime() : answer.Unreadable($"\"{Quote.Of(text[length..].Trim())}\" is not part of a time");
    }

    private static When Read(string text, WhenContext context, bool whole)
    {
        if (text.AsSpan().Trim().Equals("now", StringComparison.OrdinalIgnoreCase))
            return new TimeAnswer(context, text.Trim(), text, text.Length).To(new TimeExpression.Now());
        var start = new Cursor(text);
        start.SkipSpace();
        Separators.TakeBullet(ref start);
        var inside = start;
        var wrapped = Separators.TakeOpening(ref inside) is { } closing ? Read(inside, closing, context, whole) : When.NoTime.Instance;
        var read = wrapped is When.NoTime ? Read(start, null, context, whole) : wrapped;
        return read is When.NoTime ? ReadDoubtful(text, context, whole) : read;
    }

    private static When Read(Cursor cursor, string? closing, WhenContext context, bool whole)
    {
        cursor.SkipSpace();
        var start = cursor.Position;
        var approximate = Approximation.Take(ref cursor);
        if (TimeExpression.Take(ref cursor, context.AllowsFuture) is not { } written) return When.NoTime.Instance;
        if (whole && written is TimeExpression.Moment { Zone: null } moment
            && (Zone.Parse(cursor.Rest) ?? ZoneNames.Find(cursor.Rest)) is { } zone)
        {
            // Nothing but a zone can follow here, so any name of one will do: "14:05 singapore".
            written = moment with { Zone = new(zone) };
            cursor.SkipToEnd();
        }

        var typed = cursor.Since(start);
        if (closing is not null && !Separators.TakeClosing(ref cursor, closing)) return When.NoTime.Instance;
        if (!Separators.Take(ref cursor)) return When.NoTime.Instance;
        return Answer(cursor, context, typed, approximate, whole).To(written);
    }

    private static When ReadDoubtful(string text, WhenContext context, bool whole)
    {
        var cursor = new Cursor(text);
        cursor.SkipSpace();
        Separators.TakeBullet(ref cursor);
        var start = cursor.Position;
        if (DoubtfulTime.Take(ref cursor) is not { } vague) return When.NoTime.Instance;
        var typed = cursor.Since(start);
        Separators.Take(ref cursor);
        return Answer(cursor, context, typed, approximate: false, whole).To(vague);
    }

    private static TimeAnswer Answer(Cursor cursor, WhenContext context, string typed, bool approximate, bool whole) =>
        new(context, typed, cursor.Since(0), cursor.Position)
        {
            Approximate = approximate,
            TextFollows = !whole,
            Next = cursor.AtEnd ? "" : cursor.Rest,
        };

    private static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!Cursor.IsBlank(c)) return false;
        }

        return true;
    }
}
