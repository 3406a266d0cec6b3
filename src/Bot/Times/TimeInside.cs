using Sitrep.Times.Reading;
using Sitrep.Times.Reading.Lengths;
using Sitrep.Times.Resolving;

namespace Sitrep.Times;

/// <summary>A moment that a text names somewhere: <c>rolled back at 14:05</c>.</summary>
/// <param name="At">The moment, in UTC.</param>
/// <param name="Typed">The same as a person could have typed it, with date and zone.</param>
internal sealed record TimeInside(DateTimeOffset At, string Typed)
{
    // Nobody looks for a time behind this; it keeps reading linear.
    private const int Furthest = 500;

    /// <summary>The first moment that a text names behind its beginning, or the length it begins with, as <c>10m rollback</c>.</summary>
    public static TimeInside? Find(string text, WhenContext context)
    {
        var searched = text.Length <= Furthest ? text : text[..Furthest];
        if (LengthInFront(searched, context) is { } begin) return begin;
        for (var i = 1; i < searched.Length; i++)
        {
            if (MayBegin(searched, i) && Of(WhenReader.ReadPrefix(searched[i..], context), context) is { } found) return found;
        }

        return null;
    }

    private static TimeInside? LengthInFront(string text, WhenContext context)
    {
        var cursor = new Cursor(text);
        cursor.SkipSpace();
        if (!char.IsAsciiDigit(cursor.Here) || !Durations.Take(ref cursor, spaced: false, out _) || !Separators.MayEnd(cursor)) return null;
        return Of(WhenReader.ReadPrefix(cursor.Since(0) + " ago", context), context);
    }

    private static bool MayBegin(string text, int place)
    {
        var (before, here) = (text[place - 1], text[place]);
        if (!Cursor.IsBlank(before) && before is not ('(' or '[' or '"' or '\'' or '~' or '=' or ',' or ';' or '>' or '@')) return false;
        return char.IsDigit(here) || new Cursor(text.Substring(place, Math.Min(Cursor.LongestWord, text.Length - place))).Word()
            is "noon" or "midnight" or "yesterday" or "half" or "an" or "ten" or "five" or "twenty" or "thirty" or "fifteen";
    }

    private static TimeInside? Of(When read, WhenContext context) =>
        read is When.Understood { At: var at, Zone: var zone } && at < context.Now
            ? new(at, new TimeSuggestions(context).Moment(at, zone).Typed)
            : null;
}
