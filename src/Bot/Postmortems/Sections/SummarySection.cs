using Sitrep.Incidents;
using Sitrep.Incidents.Zones;
using Sitrep.Prose;

namespace Sitrep.Postmortems.Sections;

/// <summary>Issue Summary: how long, what people could not do, why; and where statements disagree.</summary>
internal static class SummarySection
{
    public static IReadOnlyList<Block> Of(IncidentRecord record, Zone zone, DateTimeOffset now)
    {
        var incident = record.Incident;
        var clock = new Clock(zone);
        var items = new List<Line> { Duration(incident, clock, now) };
        if (incident.ImpactEndedAt is { } impactEnd && impactEnd != incident.EndedAt)
            items.Add(Line.Of($"**Impact ended**: {clock.Full(impactEnd)}, after {Clock.InWords(impactEnd - incident.StartedAt)}"));
        if (incident.Impact is { } impact) items.Add(Line.Of($"**Impact**: {string.Join('\n', TypedItem.Of(impact))}"));
        foreach (var words in new[] { incident.AffectedPercent?.Words, incident.AffectedCount?.Words }.OfType<string>().Distinct())
            items.Add(Line.Of($"**Affected**: {words}"));
        if (incident.Detection is { } detection) items.Add(Line.Of($"**Detection**: {detection}"));
        if (incident.RootCauseSummary is { } cause) items.Add(Line.Of($"**Root Cause**: {cause}"));
        items.AddRange(Severities(record, clock));
        items.AddRange(Warnings.Of(record).Select(warning => Line.Of($"**Check**: {warning}")));
        return PostmortemDocument.Section(
            "Issue Summary",
            [.. incident.Summary is { } summary ? [new Paragraph(Line.Typed(summary))] : (Block[])[], new ListBlock(Numbered: false, items)]
        );
    }

    private static Line Duration(Incident incident, Clock clock, DateTimeOffset now) => incident.EndedAt is { } end
        ? Line.Of($"**Duration**: {Clock.InWords(end - incident.StartedAt)}, {clock.Span(incident.StartedAt, end)}")
        : Line.Of($"**Duration**: {Clock.InWords(now - incident.StartedAt)} so far, since {clock.Full(incident.StartedAt)}");

    private static IEnumerable<Line> Severities(IncidentRecord record, Clock clock) => record.Notes
        .Where(note => note.What == NoteKind.Severity)
        .Select(note => Line.Of($"**Severity**: {(note.Value ?? "").ToUpperInvariant()} since {clock.Full(note.At)}, set by {note.By}"));
}
