using Sitrep.Incidents;
using Sitrep.Incidents.Zones;
using Sitrep.Postmortems;
using Sitrep.Prose.Markdown;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Postmortems;

public sealed class ApprovedPostmortemTests
{
    private static readonly Person _ana = Person.Named("web", "ana");
    private static readonly Person _li = Person.Named("web", "li");

    [Fact]
    public void The_document_of_an_evening_s_outage_is_what_was_approved()
    {
        var approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Postmortems", "postmortem.approved.txt"));
        var received = MarkdownWriter.Of(PostmortemDocument.Of(Evening(), Zone.Parse("CET")!, Records.Start));
        // To approve: copy the received file over the approved one in the sources.
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "Postmortems", "postmortem.received.txt"), received);
        Assert.Equal(approved.ReplaceLineEndings("\n"), received);
    }

    // It starts at 22:40 in its own zone, and midnight comes within.
    private static IncidentRecord Evening()
    {
        var start = Records.Start.AddHours(7).AddMinutes(40);
        return new(
            Records.Incident() with
            {
                Title = "Label printing stopped in three warehouses 📦",
                Severity = Severity.Sev2,
                Service = "labels",
                StartedAt = start,
                ImpactEndedAt = start.AddMinutes(95),
                EndedAt = start.AddMinutes(110),
                ClosedAt = start.AddMinutes(112),
                Summary = "Printers waited for a certificate that had expired. The stop lasted 3 hours of downtime in the night shift.",
                Impact = "Nobody could print labels: all users of the handhelds saw \"no printer\"",
                AffectedPercent = new(60, "about 60% of parcels"),
                Detection = "A shift lead called",
                RootCauseSummary = "An expired certificate on the print relay.",
                RootCause =
                    "The relay's certificate was renewed by hand each March_and_October; the calendar entry had left with its owner.",
                Resolution = ["1. Renewed the certificate\n2. Restarted the relay"],
                Closing = "Thanks to the night shift, who wrote labels by hand.",
                Improvements = [new("• Certificates: renewed by a machine, never by hand")],
                ActionItems =
                [
                    new(1, "Alerting: warn 30 days before a certificate expires", "li", new(2026, 3, 31), false),
                    new(2, "-Write down who owns the relay", null, null, true),
                ],
                Attachments =
                [
                    new("https://pictures.example/relay.png?w=8&h=6", "the relay", AttachmentPlace.Top),
                    new("flow.svg", "how labels flow", AttachmentPlace.Bottom),
                ],
                Roles = new Dictionary<string, Person>(StringComparer.Ordinal) { ["lead"] = _ana },
            },
            [
                Entry(1, 5, "Shift lead in Gera calls: printers show <offline>", EntryKind.Detection),
                Entry(2, 15, "Restarted the print queue *twice*", EntryKind.DeadEnd) with
                {
                    Note = "the queue was never the problem",
                },
                Entry(3, 30, "Two more sites call", EntryKind.Communication),
                Entry(4, 40, "Needs somebody who knows the relay", EntryKind.Escalation),
                Entry(5, 78, "relay log: x509: certificate has expired", EntryKind.Finding) with
                {
                    By = _li,
                    Approximate = true,
                },
                Entry(6, 85, "New certificate on relay_01", EntryKind.Mitigation) with
                {
                    By = _li,
                },
                Entry(7, 95, "First labels come out in Gera", EntryKind.Resolution),
            ],
            [
                new()
                {
                    Number = 1,
                    To = ["platform team", "@li"],
                    From = "warehouse IT",
                    At = start.AddMinutes(40),
                    Text = "Needs somebody who knows the relay",
                    RecordedAt = start,
                    By = _ana,
                    Entry = 4,
                    AcknowledgedAt = start.AddMinutes(46),
                    AcknowledgedBy = _li,
                },
                new()
                {
                    Number = 2,
                    To = ["the certificate's vendor"],
                    Text = "asked for an express renewal",
                    RecordedAt = start,
                    By = _ana,
                },
            ],
            [
                new(NoteKind.Status, start.AddMinutes(79), start.AddMinutes(79), _li, "identified", "It is the certificate"),
                new(NoteKind.Update, start.AddMinutes(90), start.AddMinutes(90), _ana, null, "Labels print again in Gera, others follow"),
                new(NoteKind.Severity, start.AddMinutes(31), start.AddMinutes(31), _ana, "sev2", null),
            ]);

        TimelineEntry Entry(int number, int minute, string text, EntryKind kind) =>
            Records.Entry(number, 0, text, kind) with
            {
                At = start.AddMinutes(minute),
            };
    }
}
