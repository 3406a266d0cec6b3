using Sitrep.Prose;

namespace Sitrep.Times;

/// <summary>Where on the calendar a written time lies: a moment, or a problem with what it could have meant.</summary>
internal sealed record Placed(DateTimeOffset? At, Line Problem, IReadOnlyList<WhenOffer> Offers)
{
    public static Placed Moment(DateTimeOffset at) => new(at, Line.Empty, []);

    public static Placed Asked(Line problem, params IEnumerable<WhenOffer> offers) => new(null, problem, [.. offers]);
}
