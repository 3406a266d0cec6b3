using Sitrep.Times;

namespace Sitrep.Tests.Times;

/// <summary>Every form that is read, typed on 1 June 2024 at 15:00 UTC in an incident that keeps UTC.</summary>
public sealed class WhenFormsTests
{
    [Theory]
    [InlineData("14:05", "2024-06-01T14:05Z")]
    [InlineData("9:05", "2024-06-01T09:05Z")]
    [InlineData("14:05:30", "2024-06-01T14:05:30Z")]
    [InlineData("14:05:30.250", "2024-06-01T14:05:30.250Z")]
    [InlineData("14:05 UTC", "2024-06-01T14:05Z")]
    [InlineData("14:05utc", "2024-06-01T14:05Z")]
    [InlineData("14:05Z", "2024-06-01T14:05Z")]
    [InlineData("14:05 hrs", "2024-06-01T14:05Z")]
    [InlineData("2:05pm", "2024-06-01T14:05Z")]
    [InlineData("2:05 p.m.", "2024-06-01T14:05Z")]
    [InlineData("2:05\u202fPM", "2024-06-01T14:05Z")]
    [InlineData("2pm", "2024-06-01T14:00Z")]
    [InlineData("2 PM", "2024-06-01T14:00Z")]
    [InlineData("10:40am", "2024-06-01T10:40Z")]
    [InlineData("12:00 PM", "2024-06-01T12:00Z")]
    [InlineData("5:30 PM EAT", "2024-06-01T14:30Z")]
    [InlineData("5:30 PM eat", "2024-06-01T14:30Z")]
    [InlineData("1406HRS", "2024-06-01T14:06Z")]
    [InlineData("1406 hrs", "2024-06-01T14:06Z")]
    [InlineData("1406 UTC", "2024-06-01T14:06Z")]
    [InlineData("1406Z", "2024-06-01T14:06Z")]
    [InlineData("- 14:05", "2024-06-01T14:05Z")]
    [InlineData("* 14:05 UTC", "2024-06-01T14:05Z")]
    [InlineData("2024-06-01 - 14:30", "2024-06-01T14:30Z")]
    [InlineData("15:15 GMT+1", "2024-06-01T14:15Z")]
    [InlineData("3:00 PM GMT + 1", "2024-06-01T14:00Z")]
    [InlineData("15:15 gmt +1", "2024-06-01T14:15Z")]
    [InlineData("09:05 (UTC-5)", "2024-06-01T14:05Z")]
    [InlineData("09:05 UTC - 5", "2024-06-01T14:05Z")]
    [InlineData("17:05 (EAT)", "2024-06-01T14:05Z")]
    [InlineData("16:05 Europe/Berlin", "2024-06-01T14:05Z")]
    [InlineData("16:05 europe/berlin", "2024-06-01T14:05Z")]
    [InlineData("07:05 PT", "2024-06-01T14:05Z")]
    [InlineData("09:05 CT", "2024-06-01T14:05Z")]
    [InlineData("16:05 +02:00", "2024-06-01T14:05Z")]
    [InlineData("16:05+02:00", "2024-06-01T14:05Z")]
    [InlineData("19:35 UTC+05:30", "2024-06-01T14:05Z")]
    [InlineData("[14:05]", "2024-06-01T14:05Z")]
    [InlineData("(14:05 UTC)", "2024-06-01T14:05Z")]
    [InlineData("**14:05 UTC**", "2024-06-01T14:05Z")]
    [InlineData("**14:05 UTC:**", "2024-06-01T14:05Z")]
    [InlineData("at 14:05", "2024-06-01T14:05Z")]
    [InlineData("10m ago", "2024-06-01T14:50Z")]
    [InlineData("10 minutes ago", "2024-06-01T14:50Z")]
    [InlineData("-10m", "2024-06-01T14:50Z")]
    [InlineData("\u221210m", "2024-06-01T14:50Z")]
    [InlineData("-10min", "2024-06-01T14:50Z")]
    [InlineData("1h30m ago", "2024-06-01T13:30Z")]
    [InlineData("1h 30m ago", "2024-06-01T13:30Z")]
    [InlineData("-1h30m", "2024-06-01T13:30Z")]
    [InlineData("2 hours ago", "2024-06-01T13:00Z")]
    [InlineData("2 hours, 5 minutes ago", "2024-06-01T12:55Z")]
    [InlineData("2 hours and 5 minutes ago", "2024-06-01T12:55Z")]
    [InlineData("1.5 hours ago", "2024-06-01T13:30Z")]
    [InlineData("an hour ago", "2024-06-01T14:00Z")]
    [InlineData("half an hour ago", "2024-06-01T14:30Z")]
    [InlineData("90 s ago", "2024-06-01T14:58:30Z")]
    [InlineData("3 days ago", "2024-05-29T15:00Z")]
    [InlineData("yesterday 23:50", "2024-05-31T23:50Z")]
    [InlineData("Yesterday at 11:50 PM", "2024-05-31T23:50Z")]
    [InlineData("23:50 yesterday", "2024-05-31T23:50Z")]
    [InlineData("today 14:05", "2024-06-01T14:05Z")]
    [InlineData("today 00:05", "2024-06-01T00:05Z")]
    [InlineData("2024-06-01 14:30 UTC", "2024-06-01T14:30Z")]
    [InlineData("2024-06-01 14:30", "2024-06-01T14:30Z")]
    [InlineData("2024/6/1 14:30", "2024-06-01T14:30Z")]
    [InlineData("2024-06-01T14:30:00Z", "2024-06-01T14:30Z")]
    [InlineData("2024-06-01t14:30z", "2024-06-01T14:30Z")]
    [InlineData("2024-06-01T16:30:00.123+02:00", "2024-06-01T14:30:00.123Z")]
    [InlineData("2024-06-01T09:30-05:00", "2024-06-01T14:30Z")]
    [InlineData("2024-06-01T09:30-0500", "2024-06-01T14:30Z")]
    [InlineData("2024-06-01 09:30:00-05", "2024-06-01T14:30Z")]
    [InlineData("2024-06-01 16:30:00 +0200", "2024-06-01T14:30Z")]
    [InlineData("June 1, 2024, 14:30 UTC", "2024-06-01T14:30Z")]
    [InlineData("June 1st, 2024 at 2:30 PM", "2024-06-01T14:30Z")]
    [InlineData("june 1 2024 14:30", "2024-06-01T14:30Z")]
    [InlineData("1 June 2024 14:30", "2024-06-01T14:30Z")]
    [InlineData("1st of June 2024, 14:30", "2024-06-01T14:30Z")]
    [InlineData("Sept 18, 2023 14:05", "2023-09-18T14:05Z")]
    [InlineData("Sep. 18, 2023 14:05", "2023-09-18T14:05Z")]
    [InlineData("Saturday, June 1, 2024 14:30", "2024-06-01T14:30Z")]
    [InlineData("14:30 UTC on June 1, 2024", "2024-06-01T14:30Z")]
    [InlineData("14:30 June 1, 2024 UTC", "2024-06-01T14:30Z")]
    [InlineData("14:30, 1 June 2024", "2024-06-01T14:30Z")]
    [InlineData("13/05/2024 14:30", "2024-05-13T14:30Z")]
    [InlineData("05/05/2024 14:30", "2024-05-05T14:30Z")]
    [InlineData("1.6.2024 14:30", "2024-06-01T14:30Z")]
    [InlineData("14h05", "2024-06-01T14:05Z")]
    [InlineData("14H05", "2024-06-01T14:05Z")]
    [InlineData("2:05p", "2024-06-01T14:05Z")]
    [InlineData("2:05 p. m.", "2024-06-01T14:05Z")]
    [InlineData("14.05 Uhr", "2024-06-01T14:05Z")]
    [InlineData("14:05 Uhr", "2024-06-01T14:05Z")]
    [InlineData("@14:05", "2024-06-01T14:05Z")]
    [InlineData("@ 14:05", "2024-06-01T14:05Z")]
    [InlineData("at: 14:05", "2024-06-01T14:05Z")]
    [InlineData("noon", "2024-06-01T12:00Z")]
    [InlineData("Midday", "2024-06-01T12:00Z")]
    [InlineData("midnight", "2024-06-01T00:00Z")]
    [InlineData("yesterday noon", "2024-05-31T12:00Z")]
    [InlineData("14 UTC", "2024-06-01T14:00Z")]
    [InlineData("14 utc", "2024-06-01T14:00Z")]
    [InlineData("16 CEST", "2024-06-01T14:00Z")]
    [InlineData("ten minutes ago", "2024-06-01T14:50Z")]
    [InlineData("Twenty-five minutes ago", "2024-06-01T14:35Z")]
    [InlineData("two hours ago", "2024-06-01T13:00Z")]
    [InlineData("1h30 ago", "2024-06-01T13:30Z")]
    [InlineData("\u200e14:05", "2024-06-01T14:05Z")]
    [InlineData("\u200b14:05\u200f UTC", "2024-06-01T14:05Z")]
    [InlineData("\uff11\uff14\uff1a\uff10\uff15", "2024-06-01T14:05Z")]
    [InlineData("\u0661\u0664:\u0660\u0665", "2024-06-01T14:05Z")]
    [InlineData("[01/Jun/2024:14:05:00 +0000]", "2024-06-01T14:05Z")]
    [InlineData("01/Jun/2024:16:05:00 +0200", "2024-06-01T14:05Z")]
    [InlineData("20240601T140500Z", "2024-06-01T14:05Z")]
    [InlineData("20240601T1405Z", "2024-06-01T14:05Z")]
    [InlineData("20240601T160500.000+0200", "2024-06-01T14:05Z")]
    [InlineData("20240601140500", "2024-06-01T14:05Z")]
    [InlineData("20240601-140500", "2024-06-01T14:05Z")]
    [InlineData("20240601 14:05", "2024-06-01T14:05Z")]
    [InlineData("2024-06-01_14:05", "2024-06-01T14:05Z")]
    [InlineData("2024.06.01 14:05", "2024-06-01T14:05Z")]
    [InlineData("2024-Jun-01 14:05", "2024-06-01T14:05Z")]
    [InlineData("2024 June 1 14:05", "2024-06-01T14:05Z")]
    [InlineData("1-Jun-2024 14:05", "2024-06-01T14:05Z")]
    [InlineData("Jun-1-2024 14:05", "2024-06-01T14:05Z")]
    [InlineData("1. June 2024 14:05", "2024-06-01T14:05Z")]
    [InlineData("31/05/24 14:05", "2024-05-31T14:05Z")]
    [InlineData("2024-06-01 14:05:00,000", "2024-06-01T14:05Z")]
    [InlineData("Sat, 01 Jun 2024 14:05:00 GMT", "2024-06-01T14:05Z")]
    [InlineData("Sat Jun 1 14:05:00 UTC 2024", "2024-06-01T14:05Z")]
    [InlineData("Sat Jun  1 14:05:00 2024", "2024-06-01T14:05Z")]
    [InlineData("[Sat Jun 01 14:05:00.000000 2024]", "2024-06-01T14:05Z")]
    [InlineData("Jun 1 14:05:00", "2024-06-01T14:05Z")]
    [InlineData("on Saturday 14:05", "2024-06-01T14:05Z")]
    [InlineData("7:05 AM Pacific", "2024-06-01T14:05Z")]
    [InlineData("7:05 AM Pacific Time", "2024-06-01T14:05Z")]
    [InlineData("7:05 AM pacific daylight time", "2024-06-01T14:05Z")]
    [InlineData("10:05 AM Eastern Time", "2024-06-01T14:05Z")]
    [InlineData("9:05 AM Central", "2024-06-01T14:05Z")]
    [InlineData("8:05 am Mountain Time", "2024-06-01T14:05Z")]
    [InlineData("15:05 London time", "2024-06-01T14:05Z")]
    [InlineData("17:05 Kyiv time", "2024-06-01T14:05Z")]
    [InlineData("16:05 Central European Time", "2024-06-01T14:05Z")]
    [InlineData("19:35 India Standard Time", "2024-06-01T14:05Z")]
    [InlineData("15:05 UK time", "2024-06-01T14:05Z")]
    [InlineData("now", "2024-06-01T15:00Z")]
    [InlineData(" Now ", "2024-06-01T15:00Z")]
    public void A_form_is_read(string typed, string at)
    {
        var all = WhenReader.ReadAll(typed, Reading.In("UTC")).Understood();
        Assert.Equal(Reading.At(at), all.At);
        Assert.Equal(TimeSpan.Zero, all.At.Offset);
        Assert.Equal(typed.Length, all.Length);
        Assert.False(all.Approximate);
        Assert.Equal(all, WhenReader.ReadPrefix(typed, Reading.In("UTC")));
    }

    [Theory]
    [InlineData("ca. 14:30")]
    [InlineData("ca 14:30")]
    [InlineData("c. 14:30")]
    [InlineData("circa 14:30 UTC")]
    [InlineData("~14:30")]
    [InlineData("~ 14:30")]
    [InlineData("approx. 14:30")]
    [InlineData("around 14:30")]
    [InlineData("at around 2:30pm")]
    [InlineData("about 30 minutes ago")]
    [InlineData("14:30ish")]
    [InlineData("14:30-ish")]
    [InlineData("14:30 or so")]
    [InlineData("2:30pmish")]
    public void An_approximate_time_says_so(string typed)
    {
        var read = WhenReader.ReadPrefix(typed + " it began", Reading.In("UTC")).Understood();
        Assert.True(read.Approximate);
        Assert.Equal(Reading.At("2024-06-01T14:30Z"), read.At);
        Assert.Equal(typed.Length + 1, read.Length);
    }

    [Theory]
    [InlineData("14:05 rolled back", "14:05", "rolled back")]
    [InlineData("  14:05   rolled back", "14:05", "rolled back")]
    [InlineData("14:05 UTC - text", "14:05 UTC", "text")]
    [InlineData("14:05 UTC \u2014 text", "14:05 UTC", "text")]
    [InlineData("14:05 UTC \u2013 text", "14:05 UTC", "text")]
    [InlineData("13:00 UTC: text", "13:00 UTC", "text")]
    [InlineData("13:00: text", "13:00", "text")]
    [InlineData("13:00, text", "13:00", "text")]
    [InlineData("13:00 | text", "13:00", "text")]
    [InlineData("13:00. Text", "13:00", "Text")]
    [InlineData("2:05 p.m. text", "2:05 p.m.", "text")]
    [InlineData("**14:00 UTC** - Issue", "14:00 UTC", "Issue")]
    [InlineData("**14:00 UTC**: Issue", "14:00 UTC", "Issue")]
    [InlineData("- **14:00 UTC** - Issue", "14:00 UTC", "Issue")]
    [InlineData("\u2022 14:00: Issue", "14:00", "Issue")]
    [InlineData("[14:05] text", "14:05", "text")]
    [InlineData("(14:05 UTC) text", "14:05 UTC", "text")]
    [InlineData("14:05 -5 pods", "14:05", "-5 pods")]
    [InlineData("14:05 - 5 pods", "14:05", "5 pods")]
    [InlineData("14:05 +3 pods", "14:05", "+3 pods")]
    [InlineData("14:05 :tada: shipped", "14:05", ":tada: shipped")]
    [InlineData("14:05 503 errors", "14:05", "503 errors")]
    [InlineData("14:05 UTC 5 pods", "14:05 UTC", "5 pods")]
    [InlineData("14:05 UTC - 30% of traffic", "14:05 UTC", "30% of traffic")]
    [InlineData("14:05 UTC - 2nd attempt", "14:05 UTC", "2nd attempt")]
    [InlineData("-10m rolled back", "-10m", "rolled back")]
    [InlineData("10m ago rolled back", "10m ago", "rolled back")]
    [InlineData("10 minutes ago, rolled back", "10 minutes ago", "rolled back")]
    [InlineData("yesterday 23:50 rolled back", "yesterday 23:50", "rolled back")]
    [InlineData("23:50 yesterday rolled back", "23:50 yesterday", "rolled back")]
    [InlineData("14:05 yesterday's deploy is the cause", "14:05", "yesterday's deploy is the cause")]
    [InlineData("14:05 2024-05-01 backup restored", "14:05", "2024-05-01 backup restored")]
    [InlineData("2024-06-01 14:30 UTC rolled back", "2024-06-01 14:30 UTC", "rolled back")]
    [InlineData("5:30 PM EAT rolled back", "5:30 PM EAT", "rolled back")]
    [InlineData("16:05 Europe/Berlin rolled back", "16:05 Europe/Berlin", "rolled back")]
    [InlineData("14:05 now it works", "14:05", "now it works")]
    [InlineData("14:05 \U0001f525 fire", "14:05", "\U0001f525 fire")]
    [InlineData("14:05\nrolled back", "14:05", "rolled back")]
    [InlineData("14h05 red\u00e9marrage", "14h05", "red\u00e9marrage")]
    [InlineData("noon failover started", "noon", "failover started")]
    [InlineData("14 UTC failover", "14 UTC", "failover")]
    [InlineData("ten minutes ago rollback", "ten minutes ago", "rollback")]
    [InlineData("7:05 AM Pacific failover", "7:05 AM Pacific", "failover")]
    [InlineData("10:05 AM Eastern Time restart", "10:05 AM Eastern Time", "restart")]
    [InlineData("2:05 p. m. reinicio", "2:05 p. m.", "reinicio")]
    [InlineData("[01/Jun/2024:14:05:00 +0000] GET /pay 500", "01/Jun/2024:14:05:00 +0000", "GET /pay 500")]
    [InlineData("20240601T140500Z pay failed", "20240601T140500Z", "pay failed")]
    [InlineData("Sat Jun 1 14:05:00 UTC 2024 cron died", "Sat Jun 1 14:05:00 UTC 2024", "cron died")]
    [InlineData("Jun 1 14:05 2000 errors", "Jun 1 14:05", "2000 errors")]
    [InlineData("\u200e14:05\u200b restart", "14:05", "restart")]
    [InlineData("14:05 first time we saw it", "14:05", "first time we saw it")]
    [InlineData("14:05 5h since the start", "14:05", "5h since the start")]
    public void What_follows_a_time_is_text(string typed, string time, string text)
    {
        var read = WhenReader.ReadPrefix(typed, Reading.In("UTC")).Understood();
        Assert.Equal(time, read.Typed);
        Assert.Equal(text, typed[read.Length..]);
    }

    [Theory]
    [InlineData("14:05 eat lunch")]
    [InlineData("14:05 it came back")]
    [InlineData("14:05 et al")]
    [InlineData("14:05 cat pictures")]
    [InlineData("14:05 west region")]
    [InlineData("14:05 Est-ce que")]
    [InlineData("14:05 est tomb\u00e9")]
    [InlineData("14:05 art department")]
    [InlineData("14:05 ct scan")]
    [InlineData("14:05 Pt 2")]
    [InlineData("14:05 UTCfoo")]
    [InlineData("14:05 PST-based")]
    [InlineData("14:05 CI/CD broken")]
    [InlineData("14:05 Singapore region down")]
    [InlineData("14:05 (db team) joined")]
    [InlineData("14:05 z-index wrong")]
    [InlineData("14:05 MET with the vendor")]
    [InlineData("14:05 1h30m lost")]
    public void A_word_that_can_begin_a_sentence_is_no_zone(string typed)
    {
        var read = WhenReader.ReadPrefix(typed, Reading.In("UTC")).Understood();
        Assert.Equal("14:05", read.Typed);
        Assert.Equal("UTC", read.Zone.Label);
        Assert.Equal(typed[6..], typed[read.Length..]);
    }

    [Theory]
    [InlineData("17:05 EAT lunch", "EAT")]
    [InlineData("17:05 eat - lunch", "EAT")]
    [InlineData("16:05 cest rolled back", "CEST")]
    [InlineData("10:05 ET rolled back", "ET")]
    [InlineData("07:05 pdt rolled back", "PDT")]
    [InlineData("14:05 gmt rolled back", "GMT")]
    public void A_zone_is_a_zone_before_a_text(string typed, string zone)
    {
        var read = WhenReader.ReadPrefix(typed, Reading.In("UTC")).Understood();
        Assert.Equal(zone, read.Zone.Label);
        Assert.Equal(Reading.At("2024-06-01T14:05Z"), read.At);
    }

    [Fact]
    public void Any_name_of_a_zone_will_do_where_nothing_else_can_follow() =>
        Assert.Equal("Singapore", WhenReader.ReadAll("22:05 singapore", Reading.In("UTC")).Understood().Zone.Label);

    [Fact]
    public void An_abbreviation_out_of_season_is_read_as_it_stands_and_remarked_on()
    {
        var read = WhenReader.ReadPrefix("06:05 PST rolled back", Reading.In("UTC")).Understood();
        Assert.Equal(Reading.At("2024-06-01T14:05Z"), read.At);
        Assert.Equal("PST", read.Zone.Label);
        Assert.Contains("PDT", read.Remark);
    }

    [Fact]
    public void The_incident_s_own_zone_is_not_remarked_on() =>
        Assert.Null(WhenReader.ReadPrefix("06:05 rolled back", Reading.In("PST")).Understood().Remark);
}
