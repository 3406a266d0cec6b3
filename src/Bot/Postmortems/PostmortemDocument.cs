using Sitrep.Incidents;
using Sitrep.Incidents.Zones;
using Sitrep.Postmortems.Sections;
using Sitrep.Prose;

namespace Sitrep.Postmortems;

/// <summary>
/// The record as a document, in the order in which people write it by hand, and then what nobody writes by hand. An
/// empty part is left out: nothing is invented.
/// </summary>
internal static class PostmortemDocument
{
    /// <summary>Assembles the document.</summary>
    /// <param name="record">The record, of an open or a closed incident.</param>
    /// <param name="zone">The zone of every time in it.</param>
    /// <param name="now">The moment, for what an open incident has cost so far.</param>
    public static IReadOnlyList<Block> Of(IncidentRecord record, Zone zone, DateTimeOffset now)
    {
        var incident = record.Incident;
        return
        [
            new Heading(1, Line.Typed(incident.Title)),
            new Paragraph(Subtitle(incident)),
            .. Pictures(incident, AttachmentPlace.Top),
            .. SummarySection.Of(record, zone, now),
            .. TimelineSection.Of(record, zone),
            .. CauseSection.Of(incident),
            .. MeasuresSection.Of(incident, Pictures(incident, AttachmentPlace.Measures)),
            .. EscalationsSection.Of(record, zone),
            .. TimeSection.Of(record, zone, now),
            .. RelatedSection.Of(incident),
            .. ContributorsSection.Of(record),
            .. incident.Closing is { } closing ? [new Paragraph(Line.Typed(closing))] : (Block[])[],
            .. Pictures(incident, AttachmentPlace.Bottom),
        ];
    }

    /// <summary>A section, or nothing where it would be empty.</summary>
    internal static IReadOnlyList<Block> Section(string title, IReadOnlyList<Block> blocks) =>
        blocks.Count == 0 ? [] : [new Heading(2, Line.Typed(title)), .. blocks];

    /// <summary>A list, or nothing where it would be empty.</summary>
    internal static IReadOnlyList<Block> List(IReadOnlyList<Line> items, bool numbered = false) =>
        items.Count == 0 ? [] : [new ListBlock(numbered, items)];

    private static Line Subtitle(Incident incident)
    {
        var line = Line.Of($"Postmortem of **{incident.Id}**");
        if (incident.Severity is { } severity) line = line.Then(Line.Of($" · {severity.ToString().ToUpperInvariant()}"));
        if (incident.Service is { } service) line = line.Then(Line.Of($" · {service}"));
        if (incident.Drill) line = line.Then(Line.Of($" · drill"));
        if (incident.DuplicateOf is { } same) line = line.Then(Line.Of($" · duplicate of {same.Id}"));
        else if (incident.Cancelled) line = line.Then(Line.Of($" · cancelled"));
        if (incident.IsOpen) line = line.Then(Line.Of($" · still open: a draft"));
        return line;
    }

    private static List<Block> Pictures(Incident incident, AttachmentPlace place) =>
        [
            .. incident
                .Attachments.Where(attachment => attachment.Place == place)
                .Select(attachment => new Picture(attachment.Url, attachment.Alt)),
        ];
}
