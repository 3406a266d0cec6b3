using Sitrep.Incidents.Zones;

namespace Sitrep.Tests.Incidents;

public sealed class ZoneTests
{
    private static readonly DateTimeOffset _june = new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset _january = new(2024, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("UTC", "UTC", 0)]
    [InlineData("utc", "UTC", 0)]
    [InlineData("Z", "UTC", 0)]
    [InlineData("GMT", "GMT", 0)]
    [InlineData("eat", "EAT", 180)]
    [InlineData("WAT", "WAT", 60)]
    [InlineData("CET", "CET", 60)]
    [InlineData("EST", "EST", -300)]
    [InlineData("PST", "PST", -480)]
    [InlineData("IST", "IST", 330)]
    [InlineData("NZDT", "NZDT", 780)]
    [InlineData("PT", "PT", -420)]
    [InlineData("GMT+1", "GMT+1", 60)]
    [InlineData("GMT + 1", "GMT+1", 60)]
    [InlineData("UTC-5", "UTC-5", -300)]
    [InlineData("(UTC-5)", "UTC-5", -300)]
    [InlineData("UTC\u22125", "UTC-5", -300)]
    [InlineData("UTC+05:30", "UTC+05:30", 330)]
    [InlineData("UTC+14", "UTC+14", 840)]
    [InlineData("+03:00", "UTC+3", 180)]
    [InlineData("-0330", "UTC-3:30", -210)]
    [InlineData("+00:00", "UTC", 0)]
    [InlineData("europe/berlin", "Europe/Berlin", 120)]
    [InlineData(" Africa/Nairobi ", "Africa/Nairobi", 180)]
    public void A_zone_is_read_as_people_write_it(string typed, string label, int minutesInJune)
    {
        var zone = Zone.Parse(typed);
        Assert.Equal(label, zone?.Label);
        Assert.Equal(minutesInJune, zone!.Local(_june).Offset.TotalMinutes);
        Assert.Equal(zone, Zone.Parse(zone.Label));
    }

    [Theory]
    [InlineData("")]
    [InlineData("()")]
    [InlineData("lunch")]
    [InlineData("UTC+15")]
    [InlineData("UTC-13")]
    [InlineData("UTC+5:99")]
    [InlineData("UTC+1 2")]
    [InlineData("UTC+")]
    [InlineData("GMT+100")]
    [InlineData("Europe/Atlantis")]
    public void What_is_no_zone_is_null(string typed) => Assert.Null(Zone.Parse(typed));

    [Fact]
    public void Every_abbreviation_keeps_its_label()
    {
        foreach (var name in ZoneAbbreviations.All)
            Assert.Equal(name, Zone.Parse(name.ToLowerInvariant())?.Label);
    }

    [Fact]
    public void PT_prints_what_clocks_there_show()
    {
        Assert.Equal("PDT", Zone.Parse("PT")!.LabelAt(_june));
        Assert.Equal("PST", Zone.Parse("PT")!.LabelAt(_january));
    }

    [Theory]
    [InlineData("PST", "PST is read as UTC-8; clocks in Los Angeles showed PDT (UTC-7) then.")]
    [InlineData("CET", "CET is read as UTC+1; clocks in Berlin showed CEST (UTC+2) then.")]
    [InlineData("NZDT", "NZDT is read as UTC+13; clocks in Auckland showed NZST (UTC+12) then.")]
    public void An_abbreviation_out_of_season_is_said(string zone, string remark) =>
        Assert.Equal(remark, Zone.Parse(zone)!.SeasonRemark(_june));

    [Theory]
    [InlineData("PDT")]
    [InlineData("CEST")]
    [InlineData("EAT")]
    [InlineData("UTC")]
    [InlineData("PT")]
    [InlineData("UTC-8")]
    [InlineData("Europe/Berlin")]
    public void An_abbreviation_in_season_needs_no_remark(string zone) =>
        Assert.Null(Zone.Parse(zone)!.SeasonRemark(_june));

    [Fact]
    public void British_summer_time_in_winter_is_said() =>
        Assert.Contains("showed GMT (UTC) then", Zone.Parse("BST")!.SeasonRemark(_january));
}
