using Sitrep.Incidents.Zones;
using Sitrep.Times.Reading;
using Sitrep.Times.Reading.Lengths;

namespace Sitrep.Times.Resolving;

/// <summary>Places what was written on the calendar, and offers what it may mean.</summary>
internal sealed class Placement(WhenContext context, string typed)
{
    private readonly TimeSuggestions _offers = new(context);

    public Resolution Of(TimeExpression.Moment moment, Zone zone) =>
        new DateResolver(context, zone, moment.Clock.Time!.Value, typed, moment.Clock.IsNamed).Place(moment.Date);

    /// <summary>The moment; null where the calendar does not reach that far.</summary>
    public DateTimeOffset? Of(ElapsedReading elapsed)
    {
        var (earliest, latest) = (DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddYears(-9));
        var room = elapsed.Ahead ? latest - context.Now : context.Now - earliest;
        if (elapsed.Length is not { } length || length > room) return null;
        return elapsed.Ahead ? context.Now + length : context.Now - length;
    }

    public IEnumerable<WhenOffer> OffersOf(Resolution placed, Zone zone, Func<DateTimeOffset, string>? what = null) =>
        placed.At is { } at ? [_offers.Moment(at, zone, what?.Invoke(at))] : placed.Offers;

    /// <summary>What something that was written may mean, the likeliest first.</summary>
    public IEnumerable<WhenOffer> OffersFor(TimeExpression meaning) => meaning switch
    {
        TimeExpression.Elapsed elapsed => Offer(Of(elapsed.Reading)),
        TimeExpression.FromStart fromStart => Offer(Began is { } began ? began + fromStart.Length : null),
        TimeExpression.Exact exact => Offer(exact.At),
        TimeExpression.Span span => new SpanAnswer(context, this, typed).OffersFor(span),
        TimeExpression.Moment { Clock.Time: not null } moment => OffersFor(moment, moment.Zone?.Zone ?? context.Zone),
        TimeExpression.Vague vague => vague.Meanings.SelectMany(OffersFor),
        _ => [],
    };

    /// <summary>On a dial of twelve hours: the same in the other half of the day, where that is a moment.</summary>
    public IEnumerable<WhenOffer> OtherHalf(TimeExpression.Moment moment, Zone zone) =>
        InOtherHalf(moment, zone) is { } at ? [_offers.Moment(at, zone)] : [];

    /// <summary>Whether a time that lies far back within the incident is a newer one on a dial of twelve hours.</summary>
    public bool IsRatherInOtherHalf(TimeExpression.Moment moment, Zone zone, DateTimeOffset at) =>
        !context.AllowsFuture && context.Now - at > LocalTimeResolver.Reach && InOtherHalf(moment, zone) > at;

    /// <summary>"7:05 PST" in September is an hour late as it stands; PDT may have been meant.</summary>
    public IEnumerable<WhenOffer> InSeason(TimeExpression.Moment moment)
    {
        if (moment.Zone?.Zone.InSeason(context.Now) is not { } season || Of(moment, season).At is not { } at) return [];
        return [_offers.Moment(at, season, TimeText.Clock(at, season))];
    }

    private DateTimeOffset? Began => context.WindowStart ?? context.Began;

    private DateTimeOffset? InOtherHalf(TimeExpression.Moment moment, Zone zone) => moment is { Date: null, Clock.OtherHalf: not null }
        ? Of(moment with { Clock = moment.Clock.InOtherHalf() }, zone).At
        : null;

    private IEnumerable<WhenOffer> OffersFor(TimeExpression.Moment moment, Zone zone) =>
        Of(moment, zone) is { At: { } at } ? [_offers.Moment(at, zone)] : [.. OtherHalf(moment, zone), .. Of(moment, zone).Offers];

    private IEnumerable<WhenOffer> Offer(DateTimeOffset? at) =>
        at is { } moment && MayBe(moment)
            ? [_offers.Moment(moment.AddTicks(-(moment.UtcTicks % TimeSpan.TicksPerSecond)), context.Zone)]
            : [];

    private bool MayBe(DateTimeOffset at) => context.AllowsFuture ? at >= context.Now : at <= context.Now && at > DateTimeOffset.UnixEpoch;
}
