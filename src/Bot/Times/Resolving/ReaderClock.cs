using Sitrep.Incidents.Zones;
using Sitrep.Prose;

namespace Sitrep.Times.Resolving;

/// <summary>
/// A clock without a zone is the incident's. Where it would mean another moment by the clock of whoever typed it, the answer
/// says both; where only theirs makes sense, it asks.
/// </summary>
internal static class ReaderClock
{
    // So far before its start, people do not look back unasked.
    private static readonly TimeSpan _longBefore = TimeSpan.FromHours(1);

    /// <summary>Reads in the incident's zone, and compares with the reader's.</summary>
    /// <param name="context">What it is read against.</param>
    /// <param name="read">Reads the time against a context.</param>
    public static When Compare(WhenContext context, Func<WhenContext, When> read)
    {
        var here = read(context);
        if (here is When.NoTime || context.ReaderZone is not { } own || own.Rules.Equals(context.Zone.Rules)) return here;
        if (read(context with { Zone = own }) is not When.Understood there) return here;
        return here switch
        {
            When.Understood at when at.At == there.At => at,
            When.Understood at when IsDoubtful(at.At, there.At, context) => Ask(context, at, there, own),
            When.Understood at => Both(context, at, there, own),
            When.Unclear unclear => unclear with { Offers = [Offer(context, there, own), .. unclear.Offers] },
            _ => here,
        };
    }

    // With no incident there is nothing that makes one of the two the likelier.
    private static bool IsDoubtful(DateTimeOffset here, DateTimeOffset there, WhenContext context) =>
        context.Began is not { } began || (here < began - _longBefore && there >= began - _longBefore);

    private static When.Unclear Ask(WhenContext context, When.Understood here, When.Understood there, Zone own) => new(
        here.Typed,
        here.Length,
        Line.Of($"\"{Quote.Of(here.Typed)}\" names no zone. {Here(context, here)}, and by your clock {Clock(there, own)} ({Clock(there, context.Zone)})."),
        [Offer(context, there, own), new TimeSuggestions(context).Moment(here.At, context.Zone, Clock(here, context.Zone))]);

    private static string Here(WhenContext context, When.Understood here) => context.Began is { } began
        ? $"It is {Clock(here, context.Zone)} here, {TimeText.Compact(began - here.At)} before the incident began"
        : $"It is {Clock(here, context.Zone)} here";

    private static When.Understood Both(WhenContext context, When.Understood here, When.Understood there, Zone own)
    {
        var said = $"Read as {Clock(here, context.Zone)}. By your clock it would be {Clock(there, own)}, which is {Clock(there, context.Zone)}.";
        return here with
        {
            Remark = here.Remark is { } other ? $"{other} {said}" : said,
            ByReader = Offer(context, there, own),
        };
    }

    private static WhenOffer Offer(WhenContext context, When.Understood there, Zone own) =>
        new TimeSuggestions(context).Moment(there.At, own, Clock(there, own));

    private static string Clock(When.Understood at, Zone zone) => TimeText.Clock(at.At, zone);
}
