using Sitrep.Incidents;
using Sitrep.Postmortems;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Postmortems;

public sealed class WarningsTests
{
    [Theory]
    [InlineData("The outage lasted for 2 hours, until noon", 120)]
    [InlineData("It lasted 2 hours and 30 minutes.", 150)]
    [InlineData("Duration: 2h 5m", 125)]
    [InlineData("a 90-minute outage of everything", 90)]
    [InlineData("We had 45 minutes of downtime", 45)]
    [InlineData("The shop was down for two hours", 120)]
    [InlineData("The shop was unavailable for half an hour", 30)]
    [InlineData("The outage lasted about 1.5 hours", 90)]
    [InlineData("Duration: June 4, 13:00 - 15:30 UTC", 150)]
    [InlineData("from 9:30 PM to 4:45 AM (EAT) we had an outage", 435)]
    [InlineData("The outage ran from 14:30 UTC to June 1, 2024, 17:00 UTC", 150)]
    [InlineData("Checkout was unavailable to most users in Europe for 40 minutes", 40)]
    [InlineData("Checkout down for 20 minutes", 20)]
    [InlineData("Outage: 90 minutes without checkout", 90)]
    [InlineData("an hour of downtime", 60)]
    [InlineData("The outage lasted 54 hours", 54 * 60)]
    [InlineData("The outage lasted 2 days, 6 hours", 54 * 60)]
    public void A_stated_length_is_understood(string text, int minutes) =>
        Assert.Equal(minutes, Assert.Single(StatedLength.In(text)).Length.TotalMinutes);

    [Theory]
    [InlineData("The outage was bad. The rollback took 20 minutes.")]
    [InlineData("Error rate back to normal for 15 minutes")]
    [InlineData("We meet from 14:00 to 15:00 on Fridays")]
    [InlineData("503 errors, 3 pods, 2 hotfixes, 5 million requests")]
    [InlineData("down a hill")]
    [InlineData("Platform outage: retries every 5 minutes")]
    [InlineData("Outage: alerts fire within 5 minutes")]
    [InlineData("Outage after 5 minutes of load")]
    [InlineData("Outage: 500 requests per minute lost")]
    [InlineData("Outage: 500 requests a minute lost")]
    [InlineData("Outage, 3 pods restart each hour")]
    [InlineData("Outage 5 minutes after the deploy")]
    [InlineData("Checkout is down, retry in 5 minutes")]
    [InlineData("Search outage: index 20 minutes behind")]
    [InlineData("DNS outage: 5 minute TTL")]
    [InlineData("Outage of the 5-minute aggregation")]
    [InlineData("The first 5 minutes of the outage were quiet")]
    [InlineData("Backups older than 3 days; outage of the archive")]
    [InlineData("We had an outage. We meet from 14:00 to 15:00 on Fridays")]
    public void Other_lengths_say_nothing_of_the_incident_s(string text) => Assert.Empty(StatedLength.In(text));

    [Theory]
    [InlineData("It lasted about 2 hours.", 130, false)]
    [InlineData("It lasted 2 hours.", 130, true)]
    [InlineData("It lasted about 2 hours.", 190, true)]
    public void A_rough_length_may_be_a_little_off(string summary, int minutes, bool flagged) =>
        Assert.Equal(
            flagged,
            Of(incident => incident with { Summary = summary, EndedAt = incident.StartedAt.AddMinutes(minutes) }).Count > 0);

    [Theory]
    [InlineData("The outage lasted 54 hours.", 54 * 60 + 10, false)]
    [InlineData("The outage lasted 2 days.", 54 * 60 + 10, false)]
    [InlineData("The outage lasted 2 days, 6 hours.", 54 * 60 + 10, false)]
    [InlineData("The outage lasted 50 hours.", 54 * 60 + 10, true)]
    [InlineData("The outage lasted 4 days.", 54 * 60 + 10, true)]
    public void A_length_is_as_exact_as_its_smallest_unit(string summary, int minutes, bool flagged) =>
        Assert.Equal(
            flagged,
            Of(incident => incident with { Summary = summary, EndedAt = incident.StartedAt.AddMinutes(minutes) }).Count > 0);

    [Fact]
    public void A_warning_tells_two_long_lengths_apart() =>
        Assert.Equal(
            ["The summary says “50 hours” (2 days, 2 hours), the times say 2 days, 6 hours, 10 minutes."],
            Of(incident => incident with { Summary = "It lasted 50 hours", EndedAt = incident.StartedAt.AddMinutes(54 * 60 + 10) }));

    [Theory]
    [InlineData("It lasted 3 hours.", 0)]
    [InlineData("It lasted 2 hours.", 0)]
    [InlineData("It lasted 1 hour.", 0)]
    [InlineData("It lasted 5 hours.", 1)]
    public void Of_a_reopened_incident_the_whole_or_a_stretch_is_stated(string summary, int warnings) =>
        Assert.Equal(
            warnings,
            Of(incident => Records.Reopened(incident) with { Summary = summary }).Count);

    [Fact]
    public void A_warning_gives_both_sides() =>
        Assert.Equal(
            ["The summary says “3 hours”, the times say 2 hours, the impact 1 hour, 30 minutes."],
            Of(incident =>
                incident with
                {
                    Summary = "It lasted 3 hours",
                    EndedAt = incident.StartedAt.AddHours(2),
                    ImpactEndedAt = incident.StartedAt.AddMinutes(90),
                }));

    [Theory]
    [InlineData("all users saw errors", 85, "The impact says “all users”, the number is 85 %.")]
    [InlineData("about 40% of users", 35, "The impact says 40 %, the number is 35 %.")]
    [InlineData("completely down for 85% of users", null, "The impact says “completely”, the number is 85 %.")]
    public void Shares_that_disagree_are_flagged(string impact, int? percent, string warning) =>
        Assert.Equal(
            [warning],
            Of(incident =>
                incident with
                {
                    Impact = impact,
                    AffectedPercent = percent is { } known ? new(known, $"{known}% of users") : null,
                }));

    [Theory]
    [InlineData("completely down", 100)]
    [InlineData("100% of users", 100)]
    [InlineData("35% of users", 35)]
    [InlineData("completely down", null)]
    [InlineData("error rate at 38 %, CPU at 95%", 70)]
    [InlineData("30% of requests failed", 70)]
    [InlineData("not all users saw it", 70)]
    public void Shares_that_agree_are_not(string impact, int? percent) =>
        Assert.Empty(
            Of(incident => incident with { Impact = impact, AffectedPercent = percent is { } known ? new(known, $"{known}%") : null }));

    [Fact]
    public void Ends_in_the_wrong_order_are_flagged()
    {
        Assert.Equal(
            ["The incident ends before it starts."],
            Of(incident => incident with { EndedAt = incident.StartedAt.AddMinutes(-1), Summary = "lasted 2 hours" }));
        Assert.Equal(
            ["The impact ends before the incident starts."],
            Of(incident => incident with { ImpactEndedAt = incident.StartedAt.AddMinutes(-1) }));
        Assert.Equal(
            ["The impact ended after the incident did."],
            Of(incident => incident with { EndedAt = incident.StartedAt, ImpactEndedAt = incident.StartedAt.AddMinutes(1) }));
    }

    [Fact]
    public void Entries_more_than_a_day_outside_are_flagged_by_number() => Assert.Equal(
        ["Entries 2, 3 lie more than a day outside the incident."],
        Warnings.Of(Records.Of(
            Records.Incident() with { EndedAt = Records.Start.AddHours(1) },
            Records.Entry(1, -300, "a sign"), Records.Entry(2, -3_000, "typed with a wrong date"), Records.Entry(3, 4_000, "another"))));

    private static IReadOnlyList<string> Of(Func<Incident, Incident> change) => Warnings.Of(Records.Of(change(Records.Incident())));
}
