using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Postmortems.Sections;

/// <summary>Related Incidents: what people linked, and what turned out to be the same.</summary>
internal static class RelatedSection
{
    public static IReadOnlyList<Block> Of(Incident incident) => PostmortemDocument.Section(
        "Related Incidents",
        PostmortemDocument.List(
        [
            .. incident.DuplicateOf is { } same ? [Line.Of($"{same.Shown}: this incident is a duplicate of it")] : (Line[])[],
            .. incident.Duplicates.Select(link => Line.Of($"{link.Shown}: a duplicate of this incident")),
            .. incident.Related.Select(link => Line.Of($"{link.Shown}")),
        ]));
}
