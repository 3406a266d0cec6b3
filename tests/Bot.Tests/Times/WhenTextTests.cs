using Sitrep.Times;

namespace Sitrep.Tests.Times;

public sealed class WhenTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("rolled back api")]
    [InlineData("30% of traffic moved")]
    [InlineData("503 errors again")]
    [InlineData("2nd attempt failed")]
    [InlineData("5 pods")]
    [InlineData("1.2.3 deployed")]
    [InlineData("127.0.0.1:5080 down")]
    [InlineData("10:20:30:40")]
    [InlineData("10:20:30:40 is a MAC")]
    [InlineData("-5 pods left")]
    [InlineData("-5 minutes of data lost")]
    [InlineData("-10ms latency")]
    [InlineData("-10% traffic")]
    [InlineData("10m users affected")]
    [InlineData("10 minutes without traffic")]
    [InlineData("5000 hours of logs")]
    [InlineData("5000 UTC")]
    [InlineData("- 5 pods")]
    [InlineData("1h1h ago")]
    [InlineData("in 30m we roll back")]
    [InlineData("about 5 pods died")]
    [InlineData("at last")]
    [InlineData("today is fine")]
    [InlineData("Monday deploys failed")]
    [InlineData("March of the 14:05 requests")]
    [InlineData("now followed by text")]
    [InlineData("now")]
    [InlineData("yesterday's deploy is the cause")]
    [InlineData("Friday deploy rolled back")]
    [InlineData("May deploy rolled back")]
    [InlineData("2 may have failed")]
    [InlineData("tomorrow we patch")]
    [InlineData("10 minute outage")]
    [InlineData("10 minutes later it was back")]
    [InlineData("3 pods restarted")]
    [InlineData("1200 requests failed")]
    [InlineData("1405 users affected")]
    [InlineData("3/4 of the nodes are down")]
    [InlineData("24/7 support called")]
    [InlineData("1.10 released")]
    [InlineData("99.9% of requests fail")]
    [InlineData("T-shirt shop is down")]
    [InlineData("Noon's job failed")]
    [InlineData("20241124 rows deleted")]
    [InlineData("by hand")]
    [InlineData("since the deploy errors rise")]
    [InlineData("from five to ten errors a second")]
    [InlineData("3:1 ratio of errors")]
    [InlineData("16:9 video")]
    [InlineData("100:20 stuff")]
    [InlineData("(db) down")]
    [InlineData("* 5 pods")]
    public void Text_is_text(string text)
    {
        if (text == "now") text += " then";
        Assert.IsType<When.NoTime>(WhenReader.ReadPrefix(text, Reading.In("UTC")));
    }

    [Theory]
    [InlineData("", "no time")]
    [InlineData("rolled back", "write it like")]
    [InlineData("14:05 rolled back", "\"rolled back\" is not part of a time")]
    [InlineData("yesterday", "names no time of day")]
    [InlineData("2024-06-01", "names no time of day")]
    [InlineData("in 30m", "write it like")]
    [InlineData("14:5", "write it like")]
    public void What_has_to_be_a_time_and_is_none_is_asked_back(string typed, string reason)
    {
        var read = WhenReader.ReadAll(typed, Reading.In("UTC")).Unclear();
        Assert.Contains(reason, read.Problem.PlainText);
        Assert.Equal(typed.Length, read.Length);
        Assert.Equal(["Use now (15:00 UTC)"], read.Offers.Select(offer => offer.Label));
    }
}
