using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Wording;

/// <summary>The other incidents that one has to do with, as its card and its timeline name them.</summary>
internal static class RelatedLines
{
    /// <summary>The lines; none where it stands alone.</summary>
    public static IEnumerable<Line> Of(Incident incident)
    {
        if (incident.CancelReason is { } reason) yield return Line.Of($"Reason: {Excerpt.Of(reason, 500)}");
        if (incident.DuplicateOf is { } same) yield return Line.Of($"Duplicate of {same.Shown}. It goes on there.");
        foreach (var link in incident.Duplicates) yield return Line.Of($"{link.Shown} is a duplicate of it. Its entries: `/timeline {link.Id}`.");
        if (incident.Related.Count > 0) yield return Line.Of($"Related: {string.Join(", ", incident.Related.Select(link => link.Shown))}");
    }
}
