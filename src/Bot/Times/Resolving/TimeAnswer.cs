using Sitrep.Incidents.Zones;
using Sitrep.Prose;
using Sitrep.Times.Reading;

namespace Sitrep.Times.Resolving;

/// <summary>Makes the answer of what a person wrote: the moment, or the question.</summary>
/// <param name="context">What it is read against.</param>
/// <param name="typed">The time as typed.</param>
/// <param name="length">How much of the text it took.</param>
internal sealed class TimeAnswer(WhenContext context, string typed, int length)
{
    private readonly TimeSuggestions _offers = new(context);

    public bool Approximate { get; init; }

    /// <summary>Whether text may follow the time, so that a part of it can be given back as text.</summary>
    public bool TextFollows { get; init; }

    /// <summary>The character behind the time.</summary>
    public char Next { get; init; }

    public When To(TimeExpression written) => written switch
    {
        TimeExpression.Now => Understood(context.Now, context.Zone, null),
        TimeExpression.Elapsed elapsed => Of(elapsed.Reading),
        TimeExpression.Range range => Of(range),
        TimeExpression.Moment moment => Of(moment),
        _ => throw new InvalidOperationException($"A way to write a time without an answer: {written.GetType().Name}"),
    };

    public When NoTime()
    {
        var cursor = new Cursor(typed);
        if (typed.Length == 0) return Asked(Line.Of($"There is no time here."), _offers.Now());
        return DateReading.Take(ref cursor) is not null && cursor.AtEnd
            ? Unreadable("it names no time of day")
            : Unreadable("write it like 14:05, 2:05pm, 10m ago or yesterday 23:50");
    }

    public When Unreadable(string why, params IEnumerable<WhenOffer> offers) =>
        Asked(Line.Of($"I cannot read \"{Quote.Of(typed)}\" as a time: {why}."), [.. offers, .. _offers.Now()]);

    private When Of(ElapsedReading elapsed)
    {
        var (earliest, latest) = (DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddYears(-9));
        var room = elapsed.Ahead ? latest - context.Now : context.Now - earliest;
        if (elapsed.Length is not { } length || length > room) return Unreadable("the calendar does not reach that far");
        if (elapsed.Ahead) return Understood(context.Now + length, context.Zone, null);
        return context.AllowsFuture
            ? Asked(Line.Of($"\"{Quote.Of(typed)}\" lies in the past."), [])
            : Understood(context.Now - length, context.Zone, null);
    }

    private When Of(TimeExpression.Range range)
    {
        if (range.From.Clock.Fault is not null) return Of(range.From);
        var first = Place(range.From, range.From.Zone?.Zone ?? context.Zone);
        var offers = first.At is { } at ? [_offers.Moment(at, range.From.Zone?.Zone ?? context.Zone)] : first.Offers;
        var until = TextFollows ? $" until {range.Until}" : "";
        return Asked(
            Line.Of($"\"{Quote.Of(typed)}\" is two times, and an entry has one."),
            offers.Select(offer => offer with { Typed = offer.Typed + until }));
    }

    private When Of(TimeExpression.Moment moment)
    {
        var zone = moment.Zone?.Zone ?? context.Zone;
        if (moment.Clock.Fault is { } fault)
            return Unreadable(fault, moment.Clock.Time is null ? [] : OffersOf(Place(moment, zone), zone));
        var placed = Place(moment, zone);
        if (moment.Zone?.Doubt is { } doubt && Doubted(moment, placed, doubt) is { } question) return question;
        if (placed.At is not { } at) return Asked(placed.Problem, [.. InSeason(moment), .. placed.Offers]);
        return Understood(at, zone, moment.Zone is null ? null : zone.SeasonRemark(at));
    }

    /// <summary>"7:05 PST" in September is an hour late as it stands; PDT may have been meant.</summary>
    private IEnumerable<WhenOffer> InSeason(TimeExpression.Moment moment)
    {
        if (moment.Zone?.Zone.InSeason(context.Now) is not { } season || Place(moment, season).At is not { } at) return [];
        return [_offers.Moment(at, season, TimeText.Clock(at, season))];
    }

    private When.Unclear? Doubted(TimeExpression.Moment moment, Resolution placed, ZoneDoubt doubt)
    {
        var otherZone = doubt.Otherwise ?? context.Zone;
        var other = Place(moment, otherZone);
        if (placed.At is { } at && other.At == at && doubt.Otherwise is null) return null;
        var zone = moment.Zone!.Zone;
        // "14:05 UTC -5 pods": with "UTC - -5" the minus stays with the number.
        var text = (ZoneOffset.IsSign(doubt.Text[0]) ? " - " : " ") + doubt.Text;
        return Asked(
            Line.Of($"\"{doubt.Text}\" behind the time may be its zone or the beginning of the text."),
            [
                .. OffersOf(placed, zone, at => TimeText.Clock(at, zone)),
                .. OffersOf(other, otherZone, at => TimeText.Clock(at, otherZone))
                    .Select(offer => offer with { Typed = offer.Typed + text }),
            ]);
    }

    private Resolution Place(TimeExpression.Moment moment, Zone zone) =>
        new DateResolver(context, zone, moment.Clock.Time!.Value, typed).Place(moment.Date);

    private IEnumerable<WhenOffer> OffersOf(Resolution placed, Zone zone, Func<DateTimeOffset, string>? what = null) =>
        placed.At is { } at ? [_offers.Moment(at, zone, what?.Invoke(at))] : placed.Offers;

    private When.Understood Understood(DateTimeOffset at, Zone zone, string? remark) =>
        new(at.ToUniversalTime(), length, typed, zone, Approximate, remark);

    private When.Unclear Asked(Line problem, IEnumerable<WhenOffer> offers)
    {
        // Behind "UTC", the minus of "-5 pods" would be read as the zone's; a separator keeps it with the text.
        var end = ZoneOffset.IsSign(Next) ? " -" : "";
        return new(
            typed,
            length,
            problem,
            [.. offers.DistinctBy(offer => offer.Typed).Select(offer => offer with { Typed = offer.Typed + end })]);
    }
}
