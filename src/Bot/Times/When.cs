using Sitrep.Incidents.Zones;
using Sitrep.Prose;

namespace Sitrep.Times;

/// <summary>The reading of a time that a person typed. The set is closed.</summary>
internal abstract record When
{
    private When() { }

    /// <summary>The text does not begin with a time: all of it is text.</summary>
    public sealed record NoTime : When
    {
        internal static NoTime Instance { get; } = new();
    }

    /// <summary>A moment.</summary>
    /// <param name="At">The moment, in UTC.</param>
    /// <param name="Length">How much of the text it took, with the white space and one separator behind it.</param>
    /// <param name="Typed">The time as typed, without what surrounds it.</param>
    /// <param name="Zone">The zone it was read in: the one typed, else the context's.</param>
    /// <param name="Approximate">Typed with <c>ca.</c>, <c>~</c> and the like.</param>
    /// <param name="Remark">A sentence to say with it, for example on an abbreviation out of season.</param>
    public sealed record Understood(
        DateTimeOffset At, int Length, string Typed, Zone Zone, bool Approximate, string? Remark) : When
    {
        /// <summary>The same clock read in the zone of whoever typed it; null where that is the same moment.</summary>
        public WhenOffer? ByReader { get; init; }

        /// <summary>The end of a span (<c>14:00-14:20</c>), in UTC; null for a moment.</summary>
        public DateTimeOffset? Until { get; init; }
    }

    /// <summary>A time that cannot be read, or not in one way only. Nothing may be stored; the person is asked.</summary>
    /// <param name="Typed">The time as typed.</param>
    /// <param name="Length">How much of the text it took; an offer's <see cref="WhenOffer.Typed"/> and a space take its place.</param>
    /// <param name="Problem">One sentence: what is wrong and why.</param>
    /// <param name="Offers">What it could have meant, the likeliest first; perhaps none.</param>
    public sealed record Unclear(string Typed, int Length, Line Problem, IReadOnlyList<WhenOffer> Offers) : When;
}

/// <summary>A meaning to choose.</summary>
/// <param name="Label">For a button: <c>Use yesterday 14:50</c>.</param>
/// <param name="Typed">The same as a person could have typed it, with date and zone: <c>2024-06-01 14:50 UTC</c>.</param>
internal sealed record WhenOffer(string Label, string Typed);
