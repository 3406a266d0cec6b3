using Sitrep.Times;

namespace Sitrep.Tests.Times;

/// <summary>First words that may be a time: they are asked about, and may be kept as text. It is 1 June 2024, 15:00 UTC.</summary>
public sealed class DoubtfulTimeTests
{
    private static readonly WhenContext _incident = Reading.In("UTC") with { Began = Reading.At("2024-06-01T14:00Z") };

    [Theory]
    [InlineData("yesterday we deployed", "yesterday", "names no time of day")]
    [InlineData("Yesterday evening we deployed", "Yesterday evening", "names no time of day")]
    [InlineData("last night backups failed", "last night", "names no time of day")]
    [InlineData("this morning the job failed", "this morning", "names no time of day")]
    [InlineData("on Friday we deployed", "on Friday", "names no time of day")]
    [InlineData("Monday the queue grew", "Monday", "names no time of day")]
    [InlineData("2024-06-01 backup restored", "2024-06-01", "names no time of day")]
    [InlineData("June 1, 2024 release", "June 1, 2024", "names no time of day")]
    [InlineData("01/06/2024 release", "01/06/2024", "names no time of day")]
    [InlineData("1 June 2024", "1 June 2024", "names no time of day")]
    [InlineData("a while ago it slowed down", "a while ago", "does not say which minute")]
    [InlineData("two months ago we changed it", "two months ago", "does not say which minute")]
    public void A_day_or_a_length_without_a_moment_is_asked_about(string typed, string time, string why) =>
        Assert.Equal(["2024-06-01 15:00 UTC: " + time], Asked(typed, time, why));

    [Theory]
    [InlineData("a few minutes ago it began", "a few minutes ago", "2024-06-01 14:55 UTC", "2024-06-01 14:50 UTC")]
    [InlineData("a couple of hours ago it began", "a couple of hours ago", "2024-06-01 13:00 UTC", "2024-06-01 12:00 UTC")]
    [InlineData("5-10 minutes ago it began", "5-10 minutes ago", "2024-06-01 14:55 UTC", "2024-06-01 14:50 UTC")]
    [InlineData("10 minutes earlier it began", "10 minutes earlier", "2024-06-01 14:50 UTC")]
    [InlineData("1405 restart", "1405", "2024-06-01 14:05 UTC")]
    [InlineData("14;05 restart", "14;05", "2024-06-01 14:05 UTC")]
    [InlineData("T+10 alarm", "T+10", "2024-06-01 14:10 UTC")]
    [InlineData("T+0:20 alarm", "T+0:20", "2024-06-01 14:20 UTC")]
    [InlineData("t-5m alarm", "t-5m", "2024-06-01 13:55 UTC")]
    [InlineData("1717250700 alarm", "1717250700", "2024-06-01 14:05 UTC")]
    [InlineData("since 14:05 errors rise", "since 14:05", "2024-06-01 14:05 UTC")]
    [InlineData("after 14:05 all was quiet", "after 14:05", "2024-06-01 14:05 UTC")]
    [InlineData("\"14:05\" restart", "\"14:05", "2024-06-01 14:05 UTC")]
    [InlineData("\U0001f525 14:05 restart", "\U0001f525 14:05", "2024-06-01 14:05 UTC")]
    [InlineData("[14:05 restart", "[14:05", "2024-06-01 14:05 UTC")]
    [InlineData("14:05foo restart", "14:05", "2024-06-01 14:05 UTC")]
    [InlineData("12:30/13:00 window", "12:30", "2024-06-01 12:30 UTC")]
    [InlineData("14:05 local time restart", "14:05 local time", "2024-06-01 14:05 UTC")]
    [InlineData("2024-06-01T14:30:00Zulu", "2024-06-01T14:30:00", "2024-06-01 14:30 UTC")]
    public void What_may_be_a_time_is_offered_as_one_and_as_text(string typed, string time, params string[] offers) =>
        Assert.Equal([.. offers, "2024-06-01 15:00 UTC: " + time], Asked(typed, time, ""));

    [Fact]
    public void A_date_of_two_numbers_offers_both_days()
    {
        var read = WhenReader.ReadPrefix("06/04 14:05 restart", _incident).Unclear();
        Assert.Equal(["2024-04-06 14:05 UTC", "2023-06-04 14:05 UTC"], read.Offers.Select(offer => offer.Typed).Order().Reverse());
    }

    [Theory]
    [InlineData("14:05 Central database restarted", "Central")]
    [InlineData("14:05 Eastern region is down", "Eastern")]
    [InlineData("10:05 pacific coast is down", "pacific")]
    public void A_zone_word_that_text_follows_is_asked_about(string typed, string word) =>
        Assert.StartsWith($"\"{word}\" behind the time", WhenReader.ReadPrefix(typed, Reading.In("UTC")).Unclear().Problem.PlainText);

    [Theory]
    [InlineData("2:05 first alert", "2024-06-01T14:30Z", "2024-06-01 14:05 UTC")]
    [InlineData("1:05 first alert", "2024-06-01T13:30Z", "2024-06-01 13:05 UTC")]
    [InlineData("11:05 first alert", "2024-06-01T23:30Z", "2024-06-01 23:05 UTC")]
    public void A_time_of_twelve_hours_offers_the_other_half_of_the_day_first(string typed, string now, string first) =>
        Assert.Equal(first, WhenReader.ReadPrefix(typed, Reading.In("UTC", now)).Unclear().Offers[0].Typed);

    [Fact]
    public void After_close_the_half_of_the_day_in_which_the_incident_was_open_comes_first()
    {
        var closed = Reading.In("UTC") with { WindowStart = Reading.At("2024-05-31T16:00Z"), WindowEnd = Reading.At("2024-05-31T17:00Z") };
        Assert.Equal("2024-05-31 16:10 UTC", WhenReader.ReadPrefix("4:10 found it", closed).Unclear().Offers[0].Typed);
    }

    [Theory]
    [InlineData("00:05", "2024-06-01T15:30Z", "2024-05-31T22:00Z", "2024-06-01T00:05Z")]
    [InlineData("23:30", "2024-06-01T15:30Z", "2024-05-31T22:00Z", "2024-05-31T23:30Z")]
    public void A_time_that_the_open_incident_saw_once_is_that_one(string typed, string now, string began, string at) => Assert.Equal(
        Reading.At(at), WhenReader.ReadAll(typed, Reading.In("UTC", now) with { Began = Reading.At(began) }).Understood().At);

    [Theory]
    [InlineData("00:05", "2024-06-01T15:30Z", "2024-05-30T22:00Z")]
    [InlineData("16:00", "2024-06-01T15:30Z", "2024-05-31T15:45Z")]
    [InlineData("2:05", "2024-06-01T15:30Z", "2024-05-31T22:00Z")]
    public void A_time_that_it_saw_more_than_once_or_that_lies_just_ahead_is_asked_about(string typed, string now, string began) =>
        WhenReader.ReadAll(typed, Reading.In("UTC", now) with { Began = Reading.At(began) }).Unclear();

    private static IEnumerable<string> Asked(string typed, string time, string why)
    {
        var read = WhenReader.ReadPrefix(typed, _incident).Unclear();
        Assert.Equal(time, read.Typed);
        Assert.Contains(why, read.Problem.PlainText);
        foreach (var offer in read.Offers)
        {
            var again = offer.Typed + " " + typed[read.Length..];
            var text = again[WhenReader.ReadPrefix(again, _incident).Understood().Length..];
            Assert.EndsWith(typed[read.Length..], text);
        }

        return read.Offers.Select(offer => offer.Typed);
    }
}
