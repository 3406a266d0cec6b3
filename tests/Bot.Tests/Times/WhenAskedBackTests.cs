using Sitrep.Times;

namespace Sitrep.Tests.Times;

public sealed class WhenAskedBackTests
{
    private static (string Problem, string[] Offers) Asked(string typed, WhenContext context)
    {
        var read = WhenReader.ReadPrefix(typed + " rolled back", context).Unclear();
        Assert.Equal(typed, read.Typed);
        Assert.Equal(typed.Length + 1, read.Length);
        return (read.Problem.PlainText, [.. read.Offers.Select(offer => $"{offer.Label} = {offer.Typed}")]);
    }

    [Theory]
    [InlineData("25:70", "I cannot read \"25:70\" as a time: the hours go to 23 and the minutes to 59.")]
    [InlineData("13:75", "I cannot read \"13:75\" as a time: the hours go to 23 and the minutes to 59.")]
    [InlineData("24:30", "I cannot read \"24:30\" as a time: the hours go to 23 and the minutes to 59.")]
    [InlineData("14:05:61", "I cannot read \"14:05:61\" as a time: the hours go to 23 and the minutes to 59.")]
    [InlineData("25:70 UTC", "I cannot read \"25:70 UTC\" as a time: the hours go to 23 and the minutes to 59.")]
    [InlineData("2575HRS", "I cannot read \"2575HRS\" as a time: the hours go to 23 and the minutes to 59.")]
    [InlineData("25pm", "I cannot read \"25pm\" as a time: the hours before am and pm go from 1 to 12.")]
    [InlineData("99999999999 days ago", "I cannot read \"99999999999 days ago\" as a time: the calendar does not reach that far.")]
    [InlineData("-999999999w", "I cannot read \"-999999999w\" as a time: the calendar does not reach that far.")]
    [InlineData("0007-01-01 10:00", "I cannot read \"0007-01-01 10:00\" as a time: the year 7 is out of reach.")]
    [InlineData("June 31 10:00", "I cannot read \"June 31 10:00\" as a time: there is no such day as June 31.")]
    public void What_looks_like_a_time_and_is_none_is_asked_back(string typed, string problem)
    {
        var asked = Asked(typed, Reading.In("UTC"));
        Assert.Equal(problem, asked.Problem);
        Assert.Equal(["Use now (15:00 UTC) = 2024-06-01 15:00 UTC"], asked.Offers);
    }

    [Fact]
    public void An_hour_too_large_for_pm_offers_the_plain_time()
    {
        var asked = Asked("14:05 pm", Reading.In("UTC"));
        Assert.Contains("from 1 to 12", asked.Problem);
        Assert.Equal(["Use today 14:05 = 2024-06-01 14:05 UTC", "Use now (15:00 UTC) = 2024-06-01 15:00 UTC"], asked.Offers);
    }

    [Fact]
    public void A_date_that_does_not_exist_offers_the_month_s_last_day()
    {
        var asked = Asked("2024-02-30 10:00", Reading.In("UTC"));
        Assert.Equal("I cannot read \"2024-02-30 10:00\" as a time: February 2024 has 29 days.", asked.Problem);
        Assert.Equal("Use 2024-02-29 10:00 = 2024-02-29 10:00 UTC", asked.Offers[0]);
    }

    [Fact]
    public void A_time_in_the_future_is_asked_back()
    {
        var asked = Asked("16:00", Reading.In("UTC"));
        Assert.Equal("16:00 UTC is 1 h in the future.", asked.Problem);
        Assert.Equal(["Use yesterday 16:00 = 2024-05-31 16:00 UTC", "Use now (15:00 UTC) = 2024-06-01 15:00 UTC"], asked.Offers);
    }

    [Fact]
    public void An_abbreviation_out_of_season_that_lies_ahead_offers_the_one_in_season()
    {
        var read = WhenReader.ReadAll("7:05 PST", Reading.In("UTC")).Unclear();
        Assert.Equal("07:05 PST is 5 min in the future.", read.Problem.PlainText);
        Assert.Equal("Use 07:05 PDT = 2024-06-01 07:05 PDT", $"{read.Offers[0].Label} = {read.Offers[0].Typed}");
    }

    [Theory]
    [InlineData("today 16:00", "16:00 UTC is 1 h in the future.", "2024-05-31 16:00 UTC")]
    [InlineData("tomorrow 14:00", "2024-06-02 14:00 UTC is 23 h in the future.", "2024-06-01 14:00 UTC")]
    [InlineData("2024-06-01 16:00 EAT", null, null)]
    [InlineData("2024-06-01T18:30:00+03:00", "18:30 UTC+3 is 30 min in the future.", "2024-05-31 18:30 UTC+3")]
    [InlineData("2024-12-24 10:00", "2024-12-24 10:00 UTC is 205 d 19 h in the future.", "2023-12-24 10:00 UTC")]
    [InlineData("9000-01-01 10:00", "in the future", "2024-01-01 10:00 UTC")]
    public void A_dated_time_in_the_future_is_asked_back(string typed, string? problem, string? first)
    {
        if (problem is null)
        {
            Assert.Equal(Reading.At("2024-06-01T13:00Z"), WhenReader.ReadAll(typed, Reading.In("UTC")).Understood().At);
            return;
        }

        var read = WhenReader.ReadAll(typed, Reading.In("UTC")).Unclear();
        Assert.Contains(problem, read.Problem.PlainText);
        Assert.Equal(first, read.Offers[0].Typed);
    }

    [Fact]
    public void A_time_more_than_twelve_hours_ago_needs_its_date()
    {
        var asked = Asked("02:00", Reading.In("UTC"));
        Assert.Equal("02:00 UTC was 13 h ago. That is more than 12 h; add the date.", asked.Problem);
        Assert.Equal("Use today 02:00 = 2024-06-01 02:00 UTC", asked.Offers[0]);
    }

    [Theory]
    [InlineData("03:00", true)]
    [InlineData("15:00", true)]
    [InlineData("02:59", false)]
    [InlineData("15:01", false)]
    public void Twelve_hours_back_is_the_reach_of_a_time_without_a_date(string typed, bool understood) =>
        Assert.Equal(understood, WhenReader.ReadAll(typed, Reading.In("UTC")) is When.Understood);

    [Fact]
    public void Eleven_at_night_typed_after_midnight_is_yesterday()
    {
        var context = Reading.In("EAT", "2023-02-11T00:07:00+03:00");
        Assert.Equal(Reading.At("2023-02-10T23:00+03:00"), WhenReader.ReadAll("11:00 PM", context).Understood().At);
        Assert.Equal(Reading.At("2023-02-11T00:00+03:00"), WhenReader.ReadAll("12:00 AM", context).Understood().At);
        Assert.Equal(Reading.At("2023-02-10T23:50+03:00"), WhenReader.ReadAll("yesterday 23:50", context).Understood().At);
    }

    [Fact]
    public void Yesterday_is_yesterday_where_the_time_is_read()
    {
        var context = Reading.In("Pacific/Auckland", "2024-06-01T15:00:00Z");
        Assert.Equal(Reading.At("2024-06-01T23:50+12:00"), WhenReader.ReadAll("yesterday 23:50", context).Understood().At);
        Assert.Equal(Reading.At("2024-05-31T23:50Z"), WhenReader.ReadAll("yesterday 23:50 UTC", context).Understood().At);
    }

    [Theory]
    [InlineData("Monday 14:30", "2024-05-27 14:30")]
    [InlineData("sat 14:30", "2024-06-01 14:30")]
    [InlineData("Sat 16:30", "2024-05-25 16:30")]
    [InlineData("last Saturday 14:30", "2024-05-25 14:30")]
    [InlineData("May 30 14:30", "2024-05-30 14:30")]
    [InlineData("30 May, 14:30", "2024-05-30 14:30")]
    [InlineData("4 Jun 14:05", "2023-06-04 14:05")]
    [InlineData("Dec 24 14:30", "2023-12-24 14:30")]
    [InlineData("Feb 29 14:30", "2024-02-29 14:30")]
    [InlineData("24.05. 14:30", "2024-05-24 14:30")]
    [InlineData("5/24 14:30", "2024-05-24 14:30")]
    public void Half_a_date_is_the_newest_such_day(string typed, string at) => Assert.Equal(
        at, $"{WhenReader.ReadPrefix(typed + " rolled back", Reading.In("UTC")).Understood().At:yyyy-MM-dd HH:mm}");

    [Fact]
    public void A_date_of_numbers_alone_offers_both_meanings()
    {
        var asked = Asked("01/06/2024 14:30", Reading.In("UTC"));
        Assert.Equal("\"01/06/2024 14:30\" is 1 June to some and 6 January to others.", asked.Problem);
        Assert.Equal(["Use today 14:30 = 2024-06-01 14:30 UTC", "Use 2024-01-06 14:30 = 2024-01-06 14:30 UTC"], asked.Offers);
    }

    [Fact]
    public void A_weekday_that_contradicts_its_date_is_asked_back()
    {
        var asked = Asked("Monday, June 1, 2024 14:30", Reading.In("UTC"));
        Assert.Contains("1 June 2024 is a Saturday", asked.Problem);
        Assert.StartsWith("Use today 14:30", asked.Offers[0]);
    }

    [Fact]
    public void Capitals_that_may_be_a_zone_or_a_word_are_asked_back()
    {
        var read = WhenReader.ReadPrefix("08:05 CT scan failed", Reading.In("UTC")).Unclear();
        Assert.Equal("\"CT\" behind the time may be its zone or the beginning of the text.", read.Problem.PlainText);
        Assert.Equal(
            ["Use 08:05 CDT = 2024-06-01 08:05 CDT", "Use 08:05 UTC = 2024-06-01 08:05 UTC CT"],
            read.Offers.Select(offer => $"{offer.Label} = {offer.Typed}"));
        Assert.Equal("scan failed", "08:05 CT scan failed"[read.Length..]);
    }

    [Fact]
    public void Capitals_that_name_the_incident_s_own_zone_are_that_zone() =>
        Assert.Equal("CT", WhenReader.ReadPrefix("08:05 CT rolled back", Reading.In("America/Chicago")).Understood().Zone.Label);

    [Theory]
    [InlineData("09:05 UTC - 5 pods died", "2024-06-01 09:05 UTC-5", "2024-06-01 09:05 UTC 5", "pods died")]
    [InlineData("09:05 UTC -5 pods died", "2024-06-01 09:05 UTC-5", "2024-06-01 09:05 UTC - -5", "pods died")]
    public void A_number_behind_utc_may_be_its_offset_or_the_text(string typed, string asZone, string asText, string rest)
    {
        var read = WhenReader.ReadPrefix(typed, Reading.In("EAT")).Unclear();
        Assert.Equal([asZone, asText], read.Offers.Select(offer => offer.Typed));
        Assert.Equal(rest, typed[read.Length..]);
    }

    [Fact]
    public void An_offer_keeps_the_minus_of_the_text_behind_it()
    {
        const string typed = "16:00 -5 pods";
        var read = WhenReader.ReadPrefix(typed, Reading.In("UTC")).Unclear();
        var chosen = read.Offers[0].Typed + " " + typed[read.Length..];
        Assert.Equal("-5 pods", chosen[WhenReader.ReadPrefix(chosen, Reading.In("UTC")).Understood().Length..]);
    }

    [Fact]
    public void A_long_time_is_quoted_short()
    {
        var read = WhenReader.ReadAll(string.Concat(Enumerable.Repeat("\U0001f525", 500)), Reading.In("UTC")).Unclear();
        Assert.True(read.Problem.PlainText.Length < 140);
        Assert.DoesNotContain('\ufffd', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(read.Problem.PlainText)));
    }
}
