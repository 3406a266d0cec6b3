using NodaTime;
using Sitrep.Incidents.Zones;
using Sitrep.Prose;
using Sitrep.Times.Reading;

namespace Sitrep.Times.Resolving;

/// <summary>A span on the calendar, or the question about it.</summary>
/// <param name="At">Its beginning; null where it is asked about.</param>
/// <param name="Until">Its end.</param>
/// <param name="Problem">What is asked.</param>
/// <param name="Offers">What it could have meant.</param>
internal sealed record SpanResolution(DateTimeOffset? At, DateTimeOffset? Until, Line Problem, IReadOnlyList<WhenOffer> Offers);

/// <summary>Places both ends of a span: the end is the first such time behind the beginning.</summary>
internal sealed class SpanAnswer(WhenContext context, Placement placement, string typed)
{
    private static readonly TimeSpan _longestWithoutDate = TimeSpan.FromHours(18);

    private readonly TimeSuggestions _offers = new(context);

    public SpanResolution Of(TimeExpression.Span span)
    {
        var zone = ZoneOf(span.From);
        if ((span.From.Clock.Fault ?? span.Until.Clock.Fault) is { } fault)
            return Asked(Line.Of($"I cannot read \"{Quote.Of(typed)}\" as a time: {fault}."), _offers.Now());
        var from = placement.Of(span.From, zone);
        if (from.At is not { } at) return Asked(from.Problem, OffersFor(span));
        if (UntilOf(span.Until, at) is not { } until || until < at)
            return Asked(Line.Of($"\"{Quote.Of(typed)}\" ends before it begins."), [_offers.Moment(at, zone)]);
        if (until > context.Now && !context.AllowsFuture)
        {
            return Asked(
                Line.Of($"\"{Quote.Of(typed)}\" ends in the future."),
                [_offers.Span(at, Second(context.Now), zone), _offers.Moment(at, zone)]);
        }

        return new(at.ToUniversalTime(), until.ToUniversalTime(), Line.Empty, []);
    }

    /// <summary>The whole spans that it may mean, the likeliest first.</summary>
    public IReadOnlyList<WhenOffer> OffersFor(TimeExpression.Span span)
    {
        var zone = ZoneOf(span.From);
        if (span.From.Clock.Fault is not null || span.Until.Clock.Fault is not null) return [];
        var asWritten = placement.OffersFor(span.From).Select(offer => Read(offer.Typed, zone));
        var clock = span.Until.Clock;
        var ends = new[] { span.Until, span.Until with { Clock = clock.OtherHalf is null ? clock : clock.InOtherHalf() } };
        return
        [
            .. asWritten.OfType<DateTimeOffset>()
                .SelectMany(at => ends.Select(end => (At: at, Until: UntilOf(end, at))))
                .Where(pair => pair.Until >= pair.At && (context.AllowsFuture || pair.Until <= context.Now))
                .Select(pair => _offers.Span(pair.At, pair.Until!.Value, zone))
                .DistinctBy(offer => offer.Typed),
        ];
    }

    private DateTimeOffset? UntilOf(TimeExpression.Moment until, DateTimeOffset at)
    {
        var zone = ZoneOf(until);
        if (until.Date is not null) return placement.Of(until, zone).At;
        var date = LocalDate.FromDateTime(zone.Local(at).DateTime);
        return new[] { date, date.PlusDays(1) }
            .SelectMany(day => new WallClock(zone, day, until.Clock.Time!.Value).Moments)
            .Where(end => end >= at && end - at <= _longestWithoutDate)
            .Cast<DateTimeOffset?>()
            .FirstOrDefault();
    }

    private DateTimeOffset? Read(string offered, Zone zone) =>
        WhenReader.ReadAll(offered, context with { Zone = zone }) is When.Understood read ? read.At : null;

    private static SpanResolution Asked(Line problem, IEnumerable<WhenOffer> offers) => new(null, null, problem, [.. offers]);

    private Zone ZoneOf(TimeExpression.Moment moment) => moment.Zone?.Zone ?? context.Zone;

    private static DateTimeOffset Second(DateTimeOffset at) => at.AddTicks(-(at.UtcTicks % TimeSpan.TicksPerSecond));
}
