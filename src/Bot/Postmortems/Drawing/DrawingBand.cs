using Sitrep.Incidents;
using Sitrep.Incidents.Courses;

namespace Sitrep.Postmortems.Drawing;

/// <summary>A phase of the incident as the drawing shows it: from one milestone to the next.</summary>
/// <param name="Name">What was going on; empty where another piece of the phase says it.</param>
/// <param name="Look">Its class in the page's style.</param>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended.</param>
/// <param name="Length">How long the phase was, all its pieces together.</param>
internal sealed record DrawingBand(string Name, string Look, DateTimeOffset From, DateTimeOffset To, Length Length)
{
    /// <summary>An incident's phases; a milestone that nobody recorded ends none.</summary>
    public static IEnumerable<DrawingBand> Of(IncidentRecord record, DateTimeOffset end)
    {
        var (incident, milestones) = (record.Incident, Milestones.Of(record));
        var course = Course.Of(incident);
        var from = incident.StartedAt;
        var bands = new List<DrawingBand>();
        foreach (var (name, look, until) in new[]
        {
            ("Unnoticed", "detect", milestones.Detected),
            ("Searching", "search", milestones.CauseIdentified),
            ("Fixing", "fix", milestones.Mitigated),
            ("Watching", "watch", milestones.Resolved),
            ("Open", "search", incident.EndedAt is null ? end : null),
        })
        {
            if (until is not { } to || to <= from) continue;
            bands.Add(new(name, look, from, to, course.Between(from, to)));
            from = to;
        }

        return bands.SelectMany(band => band.Without(incident.Pauses));
    }

    // A reopened incident's phase is drawn in pieces, and named once.
    private IEnumerable<DrawingBand> Without(IReadOnlyList<Pause> pauses)
    {
        var (from, name) = (From, Name);
        foreach (var pause in pauses.Where(pause => pause.To > From && pause.From < To))
        {
            if (pause.From > from) yield return this with { Name = name, From = from, To = pause.From };
            if (pause.From > from) name = "";
            from = pause.To;
        }

        if (from < To) yield return this with { Name = name, From = from };
    }
}
