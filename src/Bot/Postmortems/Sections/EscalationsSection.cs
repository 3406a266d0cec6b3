using Sitrep.Incidents;
using Sitrep.Incidents.Courses;
using Sitrep.Incidents.Zones;
using Sitrep.Prose;

namespace Sitrep.Postmortems.Sections;

/// <summary>Escalations: who was called in, by whom, when, and who took it. Those of unknown time stand only here.</summary>
internal static class EscalationsSection
{
    public static IReadOnlyList<Block> Of(IncidentRecord record, Zone zone)
    {
        var clock = new Clock(zone);
        // Some are only told on the timeline: an entry marked as one counts as one.
        var told = record
            .InOrder()
            .Where(entry => entry.Is(EntryKind.Escalation) && record.Escalations.All(escalation => escalation.Entry != entry.Number));
        var rows = record
            .Escalations.Select(escalation => (escalation.At, Row: (Func<Line>)(() => Called(record, escalation, clock))))
            .Concat(
                told.Select(entry =>
                    (At: (DateTimeOffset?)entry.At, Row: (Func<Line>)(() => Line.Of($"**{clock.Next(entry.At)}** - {entry.Text}")))))
            .OrderBy(row => row.At ?? DateTimeOffset.MaxValue);
        return PostmortemDocument.Section("Escalations", PostmortemDocument.List([.. rows.Select(row => row.Row())]));
    }

    private static Line Called(IncidentRecord record, Escalation escalation, Clock clock)
    {
        var when = escalation.At is { } at ? Line.Of($"**{clock.Next(at)}**") : Line.Of($"**Time not recorded**");
        var line = when.Then(Line.Of($" - to {string.Join(", ", escalation.To)}"));
        if (escalation.From is { } from) line = line.Then(Line.Of($", from {from}"));
        // The entry's own words stand on the timeline.
        var onTimeline = record.Timeline.Any(entry => entry.Number == escalation.Entry && entry.Text == escalation.Text);
        if (escalation.Text is { } text && !onTimeline) line = line.Then(Line.Of($": {text}"));
        return line.Then(Acknowledged(escalation));
    }

    private static Line Acknowledged(Escalation escalation) =>
        escalation switch
        {
            { AcknowledgedBy: { } by, AcknowledgedAt: { } taken, At: { } called } when taken >= called => Line.Of(
                $" (acknowledged by {by} after {Length.Between(called, taken)})"),
            { AcknowledgedBy: { } by } => Line.Of($" (acknowledged by {by})"),
            _ => Line.Empty,
        };
}
