using Sitrep.Incidents.Zones;
using Sitrep.Times;

namespace Sitrep.Tests.Times;

public sealed class TimeTextTests
{
    private static readonly DateTimeOffset _at = Reading.At("2024-06-01T14:05:40Z");

    [Theory]
    [InlineData("UTC", "14:05 UTC")]
    [InlineData("EAT", "17:05 EAT")]
    [InlineData("GMT+1", "15:05 GMT+1")]
    [InlineData("PST", "06:05 PST")]
    [InlineData("Europe/Berlin", "16:05 CEST")]
    [InlineData("PT", "07:05 PDT")]
    [InlineData("America/Sao_Paulo", "11:05 UTC-03")]
    public void A_moment_is_printed_with_its_zone(string zone, string text)
    {
        Assert.Equal(text, TimeText.Clock(_at, Zone.Parse(zone)!));
        Assert.Equal("2024-06-01 " + text, TimeText.Dated(_at, Zone.Parse(zone)!));
    }

    [Fact]
    public void The_date_is_printed_where_the_day_is_another_one_in_that_zone()
    {
        var eat = Zone.Parse("EAT")!;
        var start = Reading.At("2023-02-10T21:30+03:00");
        Assert.Equal("23:00 EAT", TimeText.Of(start.AddHours(1.5), eat, start));
        Assert.Equal("2023-02-11 00:00 EAT", TimeText.Of(start.AddHours(2.5), eat, start));
        Assert.Equal("21:00 UTC", TimeText.Of(start.AddHours(2.5), Zone.Utc, start));
        Assert.Equal(new Sitrep.Prose.Moment(start, "21:30 EAT"), TimeText.Span(start, eat, start));
    }

    [Theory]
    [InlineData(0, 0, 0, "0 s")]
    [InlineData(0, 0, 40, "40 s")]
    [InlineData(0, 1, 12, "1 min 12 s")]
    [InlineData(0, 39, 5, "39 min")]
    [InlineData(1, 54, 10, "1 h 54 min")]
    [InlineData(2, 0, 30, "2 h")]
    [InlineData(74, 5, 0, "3 d 2 h")]
    [InlineData(-1, 0, 0, "0 s")]
    public void A_length_in_short(int hours, int minutes, int seconds, string text) =>
        Assert.Equal(text, TimeText.Compact(new TimeSpan(hours, minutes, seconds)));
}
