using Sitrep.Incidents;
using Sitrep.Incidents.Courses;

namespace Sitrep.Postmortems;

/// <summary>
/// How long it took until …, in minutes from the incident's start, without the time in which it was taken for over. Null
/// where nothing was recorded; never 0 for "unknown".
/// </summary>
/// <param name="Detected">Until somebody or something noticed.</param>
/// <param name="Escalated">Until more people were called in.</param>
/// <param name="CauseIdentified">Until the first finding.</param>
/// <param name="Mitigated">Until the impact ended.</param>
/// <param name="Resolved">Until it was over.</param>
internal sealed record Phases(int? Detected, int? Escalated, int? CauseIdentified, int? Mitigated, int? Resolved)
{
    /// <summary>Reads them off a record.</summary>
    public static Phases Of(IncidentRecord record)
    {
        var (milestones, start, course) = (Milestones.Of(record), record.Incident.StartedAt, Course.Of(record.Incident));
        return new(
            Minutes(milestones.Detected),
            Minutes(milestones.Escalated),
            Minutes(milestones.CauseIdentified),
            Minutes(milestones.Mitigated),
            Minutes(milestones.Resolved));

        int? Minutes(DateTimeOffset? at) => at is { } moment ? course.Between(start, moment).Minutes : null;
    }
}
