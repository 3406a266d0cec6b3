using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Sitrep.Incidents.Zones;
using Sitrep.Times;

namespace Sitrep.Tests.Times;

/// <summary>Every place of the tz database, every change of its clocks from 2006 to 2026.</summary>
public sealed class ClockChangeTests
{
    private static readonly Instant _from = Instant.FromUtc(2006, 1, 1, 0, 0);
    private static readonly Instant _to = Instant.FromUtc(2026, 1, 1, 0, 0);

    private static readonly Zone[] _places = [.. DateTimeZoneProviders.Tzdb.Ids
        .Where(id => id.Contains('/', StringComparison.Ordinal)).Select(id => Zone.Parse(id)!)];

    private static IEnumerable<(Zone Zone, LocalDateTime Local, bool Skipped, Instant At)> Changes() =>
        from zone in _places
        let intervals = zone.Rules.GetZoneIntervals(_from, _to).ToList()
        from pair in intervals.Zip(intervals.Skip(1))
        let shift = pair.Second.WallOffset.Seconds - pair.First.WallOffset.Seconds
        where shift != 0
        let middle = Math.Abs(shift) / 2
        let edge = shift > 0 ? pair.First.IsoLocalEnd : pair.Second.IsoLocalStart
        select (zone, edge.PlusSeconds(middle), shift > 0, pair.First.End);

    [Fact]
    public void A_time_that_the_clocks_skipped_is_asked_back_with_both_neighbours() => Check(skipped: true, "did not exist");

    [Fact]
    public void A_time_that_the_clocks_repeated_is_asked_back_with_both_moments() => Check(skipped: false, "happened twice");

    private static void Check(bool skipped, string problem)
    {
        var count = 0;
        foreach (var (zone, local, _, at) in Changes().Where(change => change.Skipped == skipped))
        {
            count++;
            var context = new WhenContext(at.Plus(Duration.FromDays(3)).ToDateTimeOffset(), zone);
            Assert.IsType<When.Understood>(WhenReader.ReadAll($"{local:uuuu-MM-dd HH:mm:ss} UTC", context));
            var dated = WhenReader.ReadAll($"{local:uuuu-MM-dd HH:mm:ss}", context).Unclear();
            Assert.Contains(problem, dated.Problem.PlainText);
            var moments = dated.Offers.Select(offer => WhenReader.ReadPrefix(offer.Typed + " text", context).Understood().At).ToList();
            Assert.Equal(2, moments.Count);
            Assert.True(moments[0] < moments[1], zone.Label);
            if (!skipped) Assert.All(moments, moment => Assert.Equal(local.ToDateTimeUnspecified(), zone.Local(moment).DateTime));

            // Samoa skipped a whole day: its times without a date are the next day's.
            if (moments[1] - moments[0] > TimeSpan.FromHours(12)) continue;
            var soon = context with { Now = moments[1].AddHours(1) };
            Assert.Contains(problem, WhenReader.ReadAll($"{local:HH:mm:ss}", soon).Unclear().Problem.PlainText);
        }

        Assert.True(count > 1000);
    }

    [Fact]
    public void Every_other_time_reads_back_as_the_moment_it_was_printed_for()
    {
        var moments = from zone in Gen.Elements(_places)
                      from minute in Gen.Choose(0, 20 * 365 * 24 * 60)
                      select (Zone: zone, At: _from.Plus(Duration.FromMinutes(minute)));
        var property = Prop.ForAll(moments.ToArbitrary(), moment =>
        {
            var local = moment.At.InZone(moment.Zone.Rules).LocalDateTime;
            if (moment.Zone.Rules.MapLocal(local).Count != 1) return true;
            var at = moment.At.ToDateTimeOffset();
            var context = new WhenContext(at.AddHours(3), moment.Zone);
            var read = WhenReader.ReadAll($"{local:uuuu-MM-dd HH:mm:ss}", context).Understood();
            var dateless = WhenReader.ReadAll($"{local:HH:mm:ss}", context);
            return read.At == at && (dateless is When.Understood same ? same.At == at : dateless is When.Unclear);
        });
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), property);
    }

    [Fact]
    public void The_spring_gap_in_Berlin_offers_both_sides()
    {
        var read = WhenReader.ReadAll("02:30", Reading.In("Europe/Berlin", "2026-03-29T10:00:00+02:00")).Unclear();
        Assert.Equal(
            "02:30 did not exist on 29 March 2026 in Europe/Berlin: the clocks went from 02:00 to 03:00.", read.Problem.PlainText);
        Assert.Equal(
            ["Use today 01:30 = 2026-03-29 01:30 Europe/Berlin", "Use today 03:30 = 2026-03-29 03:30 Europe/Berlin"],
            read.Offers.Select(offer => $"{offer.Label} = {offer.Typed}"));
    }

    [Fact]
    public void The_autumn_hour_in_Berlin_offers_the_first_and_the_second()
    {
        var read = WhenReader.ReadAll("02:30", Reading.In("Europe/Berlin", "2026-10-25T10:00:00+01:00")).Unclear();
        Assert.Equal(
            "02:30 happened twice on 25 October 2026 in Europe/Berlin: the clocks went back from 03:00 to 02:00.", read.Problem.PlainText);
        Assert.Equal(
            ["Use the first, 02:30 CEST = 2026-10-25 02:30 CEST", "Use the second, 02:30 CET = 2026-10-25 02:30 CET"],
            read.Offers.Select(offer => $"{offer.Label} = {offer.Typed}"));
    }

    [Theory]
    [InlineData("02:30 CEST", "2026-10-25T00:30Z")]
    [InlineData("02:30 CET", "2026-10-25T01:30Z")]
    [InlineData("02:30 +02:00", "2026-10-25T00:30Z")]
    public void An_offset_settles_it(string typed, string at) => Assert.Equal(
        Reading.At(at), WhenReader.ReadAll(typed, Reading.In("Europe/Berlin", "2026-10-25T10:00:00+01:00")).Understood().At);

    [Fact]
    public void Elapsed_time_knows_no_change_of_clocks() => Assert.Equal(
        Reading.At("2026-10-25T00:00Z"), WhenReader.ReadAll("2h ago", Reading.In("Europe/Berlin", "2026-10-25T02:00:00Z")).Understood().At);

    [Fact]
    public void A_reminder_into_the_gap_is_asked_back() =>
        Assert.Contains(
            "did not exist",
            WhenReader
                .ReadAll("02:30", Reading.In("Europe/Berlin", "2026-03-29T00:30:00+01:00") with { AllowsFuture = true })
                .Unclear()
                .Problem.PlainText);
}
