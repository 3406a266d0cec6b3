using Sitrep.Incidents.Courses;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Incidents;

public sealed class CourseTests
{
    [Theory]
    [InlineData(0, "less than a minute")]
    [InlineData(3, "3 seconds")]
    [InlineData(59, "59 seconds")]
    [InlineData(60, "1 minute")]
    [InlineData(39 * 60, "39 minutes")]
    [InlineData(9_000, "2 hours, 30 minutes")]
    [InlineData(98_400, "1 day, 3 hours, 20 minutes")]
    [InlineData(195_000, "2 days, 6 hours, 10 minutes")]
    public void A_length_has_days_where_it_is_long_and_seconds_where_it_is_short(int seconds, string words) =>
        Assert.Equal(words, Length.Between(Records.Start, Records.Start.AddSeconds(seconds)).Words);

    [Theory]
    [InlineData(40, 310, "5 minutes")]
    [InlineData(59, 61, "2 seconds")]
    [InlineData(59, 121, "2 minutes")]
    public void A_length_is_counted_on_the_printed_minutes(int from, int to, string words) =>
        Assert.Equal(words, Length.Between(Records.Start.AddSeconds(from), Records.Start.AddSeconds(to)).Words);

    [Fact]
    public void A_reopened_incident_names_each_stretch() =>
        Assert.Equal("3 hours (2 hours + 1 hour)", Course.Of(Records.Reopened(Records.Incident()), Records.Start).Words);

    [Fact]
    public void An_open_one_runs_until_now()
    {
        var open = Records.Reopened(Records.Incident()) with { EndedAt = null };
        Assert.Equal("2 hours, 10 minutes (2 hours + 10 minutes)", Course.Of(open, Records.Start.AddMinutes(50 * 60 + 10)).Words);
    }

    [Fact]
    public void Whoever_says_that_it_ended_before_it_was_reopened_takes_the_reopening_back()
    {
        var corrected = Records.Reopened(Records.Incident()) with { EndedAt = Records.Start.AddHours(3) };
        Assert.Equal("3 hours", Course.Of(corrected, Records.Start).Words);
    }

    [Fact]
    public void Between_two_moments_the_pause_does_not_count()
    {
        var course = Course.Of(Records.Reopened(Records.Incident()));
        Assert.Equal("1 hour, 10 minutes", course.Between(Records.Start.AddHours(1), Records.Start.AddMinutes(50 * 60 + 10)).Words);
        Assert.Equal(-5, course.Between(Records.Start, Records.Start.AddMinutes(-5)).Minutes);
    }
}
