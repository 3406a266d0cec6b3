using Sitrep.Incidents.Zones;
using Sitrep.Times;

namespace Sitrep.Tests.Times;

/// <summary>A clock without a zone, typed by somebody whose own clock shows something else. It is 18:30 UTC, 13:30 in New York.</summary>
public sealed class ReaderClockTests
{
    private static WhenContext NewYork(string? began = "2024-11-22T18:20Z") => Reading.In("UTC", "2024-11-22T18:30Z") with
    {
        ReaderZone = Zone.Parse("America/New_York"),
        Began = began is null ? null : Reading.At(began),
    };

    [Theory]
    [InlineData("13:25 restarted the pods")]
    [InlineData("1:25pm restarted the pods")]
    public void It_is_asked_where_only_the_reader_s_clock_makes_sense(string typed)
    {
        var read = WhenReader.ReadPrefix(typed, NewYork()).Unclear();
        Assert.Contains("4 h 55 min before the incident began", read.Problem.PlainText);
        Assert.Contains("13:25 EST (18:25 UTC)", read.Problem.PlainText);
        Assert.Equal(["Use 13:25 EST", "Use 13:25 UTC"], read.Offers.Select(offer => offer.Label));
        var chosen = read.Offers.Select(offer => WhenReader.ReadAll(offer.Typed, NewYork()).Understood().At);
        Assert.Equal([Reading.At("2024-11-22T18:25Z"), Reading.At("2024-11-22T13:25Z")], chosen);
    }

    [Fact]
    public void Both_are_said_where_both_make_sense()
    {
        var read = WhenReader.ReadPrefix("13:25 restarted", NewYork("2024-11-22T13:00Z")).Understood();
        Assert.Equal(Reading.At("2024-11-22T13:25Z"), read.At);
        Assert.Equal("Read as 13:25 UTC. By your clock it would be 13:25 EST, which is 18:25 UTC.", read.Remark);
        Assert.Equal(Reading.At("2024-11-22T18:25Z"), WhenReader.ReadAll(read.ByReader!.Typed, NewYork()).Understood().At);
    }

    [Fact]
    public void It_is_asked_where_no_incident_says_which_is_the_likelier() =>
        Assert.Equal(2, WhenReader.ReadAll("13:25", NewYork(began: null)).Unclear().Offers.Count);

    [Fact]
    public void What_the_incident_s_zone_cannot_mean_is_offered_by_the_reader_s_clock()
    {
        var berlin = NewYork() with { ReaderZone = Zone.Parse("Europe/Berlin") };
        var offer = WhenReader.ReadAll("19:25", berlin).Unclear().Offers[0];
        Assert.Equal("Use 19:25 CET", offer.Label);
        Assert.Equal(Reading.At("2024-11-22T18:25Z"), WhenReader.ReadAll(offer.Typed, berlin).Understood().At);
    }

    [Theory]
    [InlineData("18:25 UTC")]
    [InlineData("13:25 EST")]
    [InlineData("5m ago")]
    [InlineData("now")]
    [InlineData("2024-11-22T18:25:00Z")]
    public void What_means_one_moment_everywhere_is_read_as_ever(string typed)
    {
        var read = WhenReader.ReadAll(typed, NewYork()).Understood();
        Assert.Null(read.Remark);
        Assert.Null(read.ByReader);
    }

    [Theory]
    [InlineData("restarted the pods")]
    [InlineData("503 errors again")]
    public void Text_is_text(string typed) => Assert.IsType<When.NoTime>(WhenReader.ReadPrefix(typed, NewYork()));

    [Fact]
    public void Zones_that_show_the_same_need_no_words()
    {
        var london = NewYork("2024-11-22T13:00Z") with { ReaderZone = Zone.Parse("Europe/London") };
        Assert.Null(WhenReader.ReadAll("13:25", london).Understood().Remark);
    }
}
