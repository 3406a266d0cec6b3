using Sitrep.Times;

namespace Sitrep.Tests.Times;

/// <summary>Times typed into a closed incident, and times that lie ahead.</summary>
public sealed class WhenWindowTests
{
    private static WhenContext Closed(string start, string end, string zone = "UTC") =>
        Reading.In(zone, "2024-09-20T09:00Z") with { WindowStart = Reading.At(start), WindowEnd = Reading.At(end) };

    [Theory]
    [InlineData("14:15", "2024-09-18T14:15Z")]
    [InlineData("14:00", "2024-09-18T14:00Z")]
    [InlineData("16:00", "2024-09-18T16:00Z")]
    [InlineData("17:15 EAT", "2024-09-18T14:15Z")]
    [InlineData("2024-09-18 09:15", "2024-09-18T09:15Z")]
    [InlineData("10m ago", "2024-09-20T08:50Z")]
    public void A_time_lies_inside_the_closed_incident(string typed, string at) => Assert.Equal(
        Reading.At(at), WhenReader.ReadAll(typed, Closed("2024-09-18T14:00Z", "2024-09-18T16:00Z")).Understood().At);

    [Fact]
    public void A_closed_incident_may_cross_midnight()
    {
        var context = Closed("2023-02-10T21:30+03:00", "2023-02-11T04:45+03:00", "EAT");
        Assert.Equal(Reading.At("2023-02-10T23:00+03:00"), WhenReader.ReadAll("11:00 PM", context).Understood().At);
        Assert.Equal(Reading.At("2023-02-11T00:00+03:00"), WhenReader.ReadAll("12:00 AM", context).Understood().At);
        Assert.Equal(Reading.At("2023-02-11T04:45+03:00"), WhenReader.ReadAll("4:45 AM", context).Understood().At);
    }

    [Fact]
    public void A_time_outside_of_the_closed_incident_is_asked_back()
    {
        var read = WhenReader.ReadAll("13:00", Closed("2024-09-18T14:00Z", "2024-09-18T16:00Z")).Unclear();
        Assert.Equal("The incident was not open at 13:00 UTC, so the time needs a date.", read.Problem.PlainText);
        Assert.Equal(["2024-09-18 13:00 UTC", "2024-09-19 13:00 UTC"], read.Offers.Select(offer => offer.Typed));
    }

    [Fact]
    public void A_time_that_the_closed_incident_saw_twice_is_asked_back()
    {
        var read = WhenReader.ReadAll("14:30", Closed("2024-09-17T14:00Z", "2024-09-18T16:00Z")).Unclear();
        Assert.Equal("The incident was open at 14:30 UTC more than once, so the time needs a date.", read.Problem.PlainText);
        Assert.Equal(["2024-09-17 14:30 UTC", "2024-09-18 14:30 UTC"], read.Offers.Select(offer => offer.Typed));
    }

    [Fact]
    public void A_window_that_ends_before_it_starts_holds_nothing() =>
        WhenReader.ReadAll("14:30", Closed("2024-09-18T14:00Z", "2023-09-17T16:00Z")).Unclear();

    [Theory]
    [InlineData("15:30", "2024-06-01T15:30Z")]
    [InlineData("03:00", "2024-06-02T03:00Z")]
    [InlineData("30m", "2024-06-01T15:30Z")]
    [InlineData("in 30m", "2024-06-01T15:30Z")]
    [InlineData("in 2 hours", "2024-06-01T17:00Z")]
    [InlineData("in half an hour", "2024-06-01T15:30Z")]
    [InlineData("19:00 EAT", "2024-06-01T16:00Z")]
    [InlineData("tomorrow 09:00", "2024-06-02T09:00Z")]
    [InlineData("2024-06-05 09:00", "2024-06-05T09:00Z")]
    [InlineData("Monday 9:00", "2024-06-03T09:00Z")]
    public void A_reminder_lies_ahead(string typed, string at)
    {
        var context = Reading.In("UTC") with { AllowsFuture = true };
        Assert.Equal(Reading.At(at), WhenReader.ReadAll(typed, context).Understood().At);
        Assert.Equal(Reading.At(at), WhenReader.ReadPrefix(typed + " then", context).Understood().At);
    }

    [Theory]
    [InlineData("14:30", "14:30 UTC passed 30 min ago.", "2024-06-02 14:30 UTC")]
    [InlineData("03:30", "03:30 UTC passed 11 h 30 min ago.", "2024-06-02 03:30 UTC")]
    [InlineData("yesterday 09:00", "passed 1 d 6 h ago", "2024-06-02 09:00 UTC")]
    [InlineData("10m ago", "lies in the past", null)]
    [InlineData("-10m", "lies in the past", null)]
    [InlineData("999999999999999 days", "the calendar does not reach that far", null)]
    public void A_reminder_never_lies_in_the_past(string typed, string problem, string? offer)
    {
        var read = WhenReader.ReadAll(typed, Reading.In("UTC") with { AllowsFuture = true }).Unclear();
        Assert.Contains(problem, read.Problem.PlainText);
        if (offer is not null) Assert.Equal(offer, Assert.Single(read.Offers).Typed);
    }
}
