using Sitrep.Times.Reading.Clocks;
using Sitrep.Times.Reading.Dates;
using Sitrep.Times.Reading.Lengths;
using Sitrep.Times.Reading.Zones;

namespace Sitrep.Times.Reading;

/// <summary>A time as written, in its parts, before it is resolved to a moment. The set is closed.</summary>
internal abstract record TimeExpression
{
    /// <summary><c>now</c>.</summary>
    public sealed record Now : TimeExpression;

    /// <summary><c>10m ago</c>.</summary>
    public sealed record Elapsed(ElapsedReading Reading) : TimeExpression;

    /// <summary><c>T+10</c>: counted from the incident's start.</summary>
    public sealed record FromStart(TimeSpan Length) : TimeExpression;

    /// <summary>A moment that a machine counted.</summary>
    public sealed record Exact(DateTimeOffset At) : TimeExpression;

    /// <summary><c>yesterday 14:05 UTC</c>.</summary>
    public sealed record Moment(DateReading? Date, ClockReading Clock, ZoneReading? Zone) : TimeExpression;

    /// <summary><c>14:05-14:30</c>.</summary>
    public sealed record Span(Moment From, Moment Until) : TimeExpression;

    /// <summary>What may be a time and need not be one, or says too little.</summary>
    /// <param name="Why">The end of a sentence that begins with it: <c>names no time of day</c>.</param>
    /// <param name="Meanings">What it may mean, the likeliest first.</param>
    public sealed record Vague(string Why, params IReadOnlyList<TimeExpression> Meanings) : TimeExpression;

    /// <summary>Takes one, as far as it goes.</summary>
    public static TimeExpression? Take(ref Cursor cursor, bool allowsFuture)
    {
        if (ElapsedReading.Take(ref cursor, allowsFuture) is { } elapsed) return new Elapsed(elapsed);
        var start = cursor;
        var between = cursor.TakeWord("from", "between") && cursor.SkipSpace();
        if (!between) cursor = start;
        if (MomentForm.Take(ref cursor) is not { } moment)
        {
            cursor = start;
            return null;
        }

        if (SpanForm.Take(ref cursor, moment, between) is { } span) return span;
        // "From 14:05 on" says when something began, and need not be when this happened.
        if (between) cursor = start;
        if (between) return null;
        return SpokenZone.TakeNobodyKnowsWhose(ref cursor) ? new Vague("does not say whose zone it is in", moment) : moment;
    }
}
