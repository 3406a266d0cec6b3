using Sitrep.Incidents;
using Sitrep.Incidents.Courses;
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
            items.Add(Line.Of($"**Impact ended**: {clock.Full(impactEnd)}, after {Course.Of(incident).Between(incident.StartedAt, impactEnd)}"));
        if (incident.Impact is { } impact) items.Add(Line.Of($"**Impact**: {string.Join('\n', TypedItem.Of(impact))}"));
        items.AddRange(incident.Affected.Select(words => Line.Of($"**Affected**: {words}")));
        if (incident.Detection is { } detection) items.Add(Line.Of($"**Detection**: {detection}"));
        if (incident.RootCauseSummary is { } cause) items.Add(Line.Of($"**Root Cause**: {cause}"));
        items.AddRange(Severities(record, clock));
        items.AddRange(Warnings.Of(record).Select(warning => Line.Of($"**Check**: {warning}")));
        return PostmortemDocument.Section(
            "Issue Summary",
            [.. incident.Summary is { } summary ? [new Paragraph(Line.Typed(summary))] : (Block[])[], new ListBlock(Numbered: false, items)]
        );
    }

    private static Line Duration(Incident incident, Clock clock, DateTimeOffset now)
    {
        var course = Course.Of(incident, now);
        var (first, last) = (course.Stretches[0], course.Stretches[^1]);
        if (incident.EndedAt is null && course.Stretches.Count == 1)
            return Line.Of($"**Duration**: {course.Words} so far, since {clock.Full(first.From)}");
        var line = Line.Of($"**Duration**: {course.Words}{(incident.EndedAt is null ? " so far" : "")}, {clock.Span(first.From, first.To)}");
        foreach (var stretch in course.Stretches.Skip(1))
            line = line.Then(
                incident.EndedAt is null && stretch == last
                    ? Line.Of($"; reopened, since {clock.Full(stretch.From)}")
                    : Line.Of($"; reopened, {clock.Span(stretch.From, stretch.To)}"));
        return line;
    }

    private static IEnumerable<Line> Severities(IncidentRecord record, Clock clock) => record.Notes
        .Where(note => note.What == NoteKind.Severity)
        .Select(note => Line.Of($"**Severity**: {(note.Value ?? "").ToUpperInvariant()} since {clock.Full(note.At)}, set by {note.By}"));
}
