using Sitrep.Prose;

namespace Sitrep.Times.Reading.Dates;

/// <summary>The reading of a day that a person typed, such as an action's due date. The set is closed.</summary>
internal abstract record DayReading
{
    private DayReading() { }

    /// <summary>A day of the calendar.</summary>
    public sealed record Understood(DateOnly Date) : DayReading;

    /// <summary>No day, or not one in one way only; the person is asked.</summary>
    /// <param name="Typed">The words as typed.</param>
    /// <param name="Problem">One sentence: what is wrong and why.</param>
    /// <param name="Offers">What it could have meant; each reads back as one certain day.</param>
    public sealed record Unclear(string Typed, Line Problem, IReadOnlyList<WhenOffer> Offers) : DayReading;
}
