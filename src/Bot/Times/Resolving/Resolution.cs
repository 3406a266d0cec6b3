using Sitrep.Prose;

namespace Sitrep.Times.Resolving;

/// <summary>The moment of a written time on the calendar, or a problem with its possible meanings.</summary>
internal sealed record Resolution(DateTimeOffset? At, Line Problem, IReadOnlyList<WhenOffer> Offers)
{
    public static Resolution Moment(DateTimeOffset at) => new(at, Line.Empty, []);

    public static Resolution Asked(Line problem, params IEnumerable<WhenOffer> offers) => new(null, problem, [.. offers]);
}
