using Sitrep.Incidents.Zones;
using Sitrep.Prose;
using Sitrep.Times.Reading;
using Sitrep.Times.Reading.Dates;
using Sitrep.Times.Reading.Lengths;
using Sitrep.Times.Reading.Zones;

namespace Sitrep.Times.Resolving;

/// <summary>Makes the answer of what a person wrote: the moment, or the question.</summary>
/// <param name="context">What it is read against.</param>
/// <param name="typed">The time as typed.</param>
/// <param name="taken">All of the text that it took, with what surrounds it.</param>
/// <param name="length">How much of the text it took.</param>
internal sealed class TimeAnswer(WhenContext context, string typed, string taken, int length)
{
    private readonly TimeSuggestions _offers = new(context);
    private readonly Placement _placement = new(context, typed);

    public bool Approximate { get; init; }

    /// <summary>Whether text may follow the time, so that a part of it can be given back as text.</summary>
    public bool TextFollows { get; init; }

    /// <summary>What comes behind the time.</summary>
    public string Next { get; init; } = "";

    public When To(TimeExpression written) => written switch
    {
        TimeExpression.Now => Understood(context.Now, context.Zone, null),
        TimeExpression.Elapsed elapsed => Of(elapsed.Reading),
        TimeExpression.Span span => new SpanAnswer(context, _placement, typed).Of(span) switch
        {
            { At: { } at, Until: { } until } => Understood(at, ZoneOf(span.From), null) with
            {
                Until = until,
                Approximate = IsAbout(span.From),
            },
            var asked => Asked(asked.Problem, asked.Offers),
        },
        TimeExpression.Moment moment => Of(moment),
        TimeExpression.Vague vague => Of(vague),
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
        if (_placement.Of(elapsed) is not { } at) return Unreadable("the calendar does not reach that far");
        return context.AllowsFuture && !elapsed.Ahead
            ? Asked(Line.Of($"\"{Quote.Of(typed)}\" lies in the past."), [])
            : Understood(at, context.Zone, null);
    }

    private When.Unclear Of(TimeExpression.Vague vague)
    {
        var meanings = vague.Meanings.SelectMany(_placement.OffersFor);
        return Asked(
            Line.Of($"\"{Quote.Of(typed)}\" {vague.Why}."),
            TextFollows && !context.AllowsFuture ? meanings : meanings.Concat(_offers.Now()),
            TextFollows && !context.AllowsFuture ? _offers.KeepAsText(taken.Trim()) : null);
    }

    private When Of(TimeExpression.Moment moment)
    {
        var zone = ZoneOf(moment);
        if (moment.Clock.Fault is { } fault)
            return Unreadable(fault, moment.Clock.Time is null ? [] : _placement.OffersFor(moment));
        var placed = _placement.Of(moment, zone);
        if (moment.Zone?.Doubt is { } doubt && Doubted(moment, placed, doubt) is { } question) return question;
        if (placed.At is not { } at)
            return Asked(placed.Problem, [.. _placement.InSeason(moment), .. _placement.OtherHalf(moment, zone), .. placed.Offers]);
        if (_placement.IsRatherInOtherHalf(moment, zone, at))
        {
            return Asked(
                Line.Of($"\"{Quote.Of(typed)}\" was twice since the incident began."),
                [.. _placement.OtherHalf(moment, zone), _offers.Moment(at, zone)]);
        }

        var remark = moment.Zone is null ? null : zone.SeasonRemark(at);
        return Understood(at, zone, remark) with { Approximate = IsAbout(moment) };
    }

    private When.Unclear? Doubted(TimeExpression.Moment moment, Resolution placed, ZoneDoubt doubt)
    {
        var otherZone = doubt.Otherwise ?? context.Zone;
        var other = _placement.Of(moment, otherZone);
        if (placed.At is { } at && other.At == at && doubt.Otherwise is null) return null;
        var zone = moment.Zone!.Zone;
        // "14:05 UTC -5 pods": with "UTC - -5" the minus stays with the number.
        var text = (ZoneOffset.IsSign(doubt.Text[0]) ? " - " : " ") + doubt.Text;
        return Asked(
            Line.Of($"\"{doubt.Text}\" behind the time may be its zone or the beginning of the text."),
            [
                .. _placement.OffersOf(placed, zone, at => TimeText.Clock(at, zone)),
                .. _placement.OffersOf(other, otherZone, at => TimeText.Clock(at, otherZone))
                    .Select(offer => offer with { Typed = offer.Typed + text }),
            ]);
    }

    private Zone ZoneOf(TimeExpression.Moment moment) => moment.Zone?.Zone ?? context.Zone;

    private bool IsAbout(TimeExpression.Moment moment) => Approximate || moment.Clock.IsApproximate;

    private When.Understood Understood(DateTimeOffset at, Zone zone, string? remark) =>
        new(at.ToUniversalTime(), length, typed, zone, Approximate, remark);

    private When.Unclear Asked(Line problem, IEnumerable<WhenOffer> offers, WhenOffer? asText = null)
    {
        var end = Joint.Needed(Next);
        return new(
            typed,
            length,
            problem,
            [
                .. offers.DistinctBy(offer => offer.Typed).Select(offer => offer with { Typed = offer.Typed + end }),
                .. asText is null ? [] : new[] { asText },
            ]);
    }
}
