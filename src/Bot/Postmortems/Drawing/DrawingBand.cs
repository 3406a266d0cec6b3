using Sitrep.Incidents;

namespace Sitrep.Postmortems.Drawing;

/// <summary>A phase of the incident as the drawing shows it: from one milestone to the next.</summary>
/// <param name="Name">What was going on.</param>
/// <param name="Look">Its class in the page's style.</param>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended.</param>
internal sealed record DrawingBand(string Name, string Look, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>An incident's phases; a milestone that nobody recorded ends none.</summary>
    public static IEnumerable<DrawingBand> Of(IncidentRecord record, DateTimeOffset end)
    {
        var start = record.Incident.StartedAt;
        var phases = Phases.Of(record);
        var from = start;
        foreach (var (name, look, until) in new[]
        {
            ("Unnoticed", "detect", phases.Detected),
            ("Searching", "search", phases.CauseIdentified),
            ("Fixing", "fix", phases.Mitigated),
            ("Watching", "watch", phases.Resolved),
        })
        {
            if (until is not { } minutes || start.AddMinutes(minutes) is var to && to <= from) continue;
            yield return new(name, look, from, to);
            from = to;
        }

        if (record.Incident.EndedAt is null && from < end) yield return new("Open", "search", from, end);
    }
}
