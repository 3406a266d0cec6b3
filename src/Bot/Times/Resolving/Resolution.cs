using Sitrep.Prose;

namespace Sitrep.Times.Resolving;

/// <summary>Where on the calendar a written time lies: a moment, or a problem with what it could have meant.</summary>
internal sealed record Resolution(DateTimeOffset? At, Line Problem, IReadOnlyList<WhenOffer> Offers)
{
    public static Resolution Moment(DateTimeOffset at) => new(at, Line.Empty, []);

    public static Resolution Asked(Line problem, params IEnumerable<WhenOffer> offers) => new(null, problem, [.. offers]);
}
