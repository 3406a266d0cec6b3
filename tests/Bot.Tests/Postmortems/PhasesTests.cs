using Sitrep.Incidents;
using Sitrep.Postmortems;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Postmortems;

public sealed class PhasesTests
{
    [Fact]
    public void Minutes_are_those_between_the_printed_times()
    {
        var record = Records.Of(
            Records.Incident() with
            {
                StartedAt = Records.Start.AddSeconds(40),
            },
            Records.Entry(1, 5.2, "alert", EntryKind.Detection));
        Assert.Equal(5, Phases.Of(record).Detected);
    }

    [Fact]
    public void What_happened_before_the_start_is_below_zero() =>
        Assert.Equal(
            -5,
            Phases.Of(Records.Of(Records.Incident(), Records.Entry(1, -5, "the alert came first", EntryKind.Detection))).Detected);

    [Fact]
    public void A_finding_that_proved_wrong_found_nothing()
    {
        var record = Records.Of(
            Records.Incident(),
            Records.Entry(1, 10, "it is the cache", EntryKind.Finding, EntryKind.DeadEnd),
            Records.Entry(2, 30, "it is the pool", EntryKind.Finding));
        Assert.Equal(30, Phases.Of(record).CauseIdentified);
    }

    [Fact]
    public void Statuses_stand_in_for_entries_that_nobody_marked()
    {
        var record = Records.Of(Records.Incident()) with
        {
            Notes =
            [
                Status("identified", 20),
                Status("monitoring", 30),
                Status("resolved", 40),
                Status("investigating", 50),
                Status("resolved", 60),
            ],
        };
        Assert.Equal(new Phases(null, null, 20, 30, 60), Phases.Of(record));
    }

    [Fact]
    public void The_earliest_call_for_help_counts_wherever_it_is_told()
    {
        var told = Records.Of(Records.Incident(), Records.Entry(1, 15, "asked the network people", EntryKind.Escalation));
        var called = told with
        {
            Escalations =
            [
                new()
                {
                    Number = 1,
                    To = ["@noor"],
                    At = Records.Start.AddMinutes(9),
                    RecordedAt = Records.Start,
                    By = Person.Named("web", "ana"),
                },
            ],
        };
        Assert.Equal((15, 9), (Phases.Of(told).Escalated, Phases.Of(called).Escalated));
    }

    [Fact]
    public void A_dead_end_ends_with_the_incident_at_the_latest()
    {
        var record = Records.Of(
            Records.Incident() with
            {
                EndedAt = Records.Start.AddMinutes(60),
            },
            Records.Entry(1, 50, "the cache?", EntryKind.DeadEnd),
            Records.Entry(2, 900, "next morning"));
        Assert.Equal(10, Assert.Single(DeadEnd.Of(record, Records.Start)).Minutes);
    }

    [Fact]
    public void An_open_dead_end_lasts_until_now()
    {
        var record = Records.Of(Records.Incident(), Records.Entry(1, 50, "the cache?", EntryKind.DeadEnd));
        Assert.Equal(25, Assert.Single(DeadEnd.Of(record, Records.Start.AddMinutes(75))).Minutes);
    }

    [Fact]
    public void Only_what_lies_within_the_search_was_lost_to_it()
    {
        var record = Records.Of(
            Records.Incident(),
            Records.Entry(1, 0, "odd graphs, the disk?", EntryKind.DeadEnd),
            Records.Entry(2, 10, "alert", EntryKind.Detection, EntryKind.Communication),
            Records.Entry(3, 20, "the network?", EntryKind.Investigation),
            Records.Entry(4, 40, "found", EntryKind.Finding));
        // It ended with the alert, before anybody searched.
        Assert.Equal(new LostSearch(0, 30), DeadEnd.Lost(record, Records.Start));
        Assert.Equal(10, DeadEnd.Of(record, Records.Start)[0].Minutes);
    }

    private static IncidentNote Status(string status, int minute) =>
        new(NoteKind.Status, Records.Start.AddMinutes(minute), Records.Start.AddMinutes(minute), Person.Named("web", "ana"), status, null);
}
