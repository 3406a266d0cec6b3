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
    public void A_stated_length_is_understood(string text, int minutes) =>
        Assert.Equal(minutes, Assert.Single(StatedLength.In(text)).Length.TotalMinutes);

    [Theory]
    [InlineData("The outage was bad. The rollback took 20 minutes.")]
    [InlineData("Error rate back to normal for 15 minutes")]
    [InlineData("We meet from 14:00 to 15:00 on Fridays")]
    [InlineData("503 errors, 3 pods, 2 hotfixes, 5 million requests")]
    [InlineData("down a hill")]
    public void Other_lengths_say_nothing_of_the_incident_s(string text) => Assert.Empty(StatedLength.In(text));

    [Theory]
    [InlineData("It lasted about 2 hours.", 130, false)]
    [InlineData("It lasted 2 hours.", 130, true)]
    [InlineData("It lasted about 2 hours.", 190, true)]
    public void A_rough_length_may_be_a_little_off(string summary, int minutes, bool flagged) =>
        Assert.Equal(
            flagged,
            Of(incident => incident with { Summary = summary, EndedAt = incident.StartedAt.AddMinutes(minutes) }).Count > 0);

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
