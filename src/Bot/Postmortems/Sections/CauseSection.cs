using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Postmortems.Sections;

/// <summary>Root Cause and Resolution: at length, as people wrote it.</summary>
internal static class CauseSection
{
    public static IReadOnlyList<Block> Of(Incident incident)
    {
        var blocks = new List<Block>();
        if (incident.RootCause is { } cause) blocks.Add(new Paragraph(Line.Of($"**Root Cause**: {cause}")));
        var steps = incident.Resolution.SelectMany(TypedItem.Of).ToList();
        if (steps.Count == 1) blocks.Add(new Paragraph(Line.Of($"**Resolution**: {steps[0]}")));
        if (steps.Count > 1)
        {
            blocks.Add(new Paragraph(Line.Of($"**Resolution**:")));
            blocks.Add(new ListBlock(Numbered: false, [.. steps.Select(Line.Typed)]));
        }

        return PostmortemDocument.Section("Root Cause and Resolution", blocks);
    }
}
