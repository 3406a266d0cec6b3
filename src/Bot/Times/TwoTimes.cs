using Sitrep.Prose;
using Sitrep.Times.Resolving;

namespace Sitrep.Times;

/// <summary>The question about a span where one moment is meant.</summary>
internal static class TwoTimes
{
    /// <summary>Offers both of its ends.</summary>
    public static When.Unclear Of(When.Understood span)
    {
        var offers = new TimeSuggestions(new(span.Until!.Value, span.Zone));
        return new(
            span.Typed,
            span.Length,
            Line.Of($"\"{Quote.Of(span.Typed)}\" is two times, and one is meant here."),
            [.. new[] { span.At, span.Until.Value }.Select(at => offers.Moment(at, span.Zone, TimeText.Clock(at, span.Zone)))]);
    }
}
