using Sitrep.Incidents;
using Sitrep.Incidents.Courses;
using Sitrep.Incidents.Zones;
using Sitrep.Prose;

namespace Sitrep.Postmortems.Sections;

/// <summary>Dead Ends with their minutes, and Where the Time Went.</summary>
internal static class TimeSection
{
    public static IReadOnlyList<Block> Of(IncidentRecord record, Zone zone, DateTimeOffset now)
    {
        var clock = new Clock(zone);
        var paths = DeadEnd.Of(record, now).Select(dead => Path(dead, clock)).ToList();
        return [.. PostmortemDocument.Section("Dead Ends", PostmortemDocument.List(paths)), .. Where(record, now)];
    }

    private static Line Path(DeadEnd dead, Clock clock)
    {
        var line = Line.Of($"**{clock.Next(dead.Entry.At)}**, {dead.Length}: {dead.Entry.Text}");
        return dead.Entry.Note is { } note ? line.Then(Line.Of($" _Note:_ {note}")) : line;
    }

    private static IReadOnlyList<Block> Where(IncidentRecord record, DateTimeOffset now)
    {
        var (incident, milestones) = (record.Incident, Milestones.Of(record));
        // Without a single milestone there is nothing to say, and five times "not recorded" would be noise.
        if (milestones == new Milestones(null, null, null, null, null)) return [];
        var items = new List<Line>
        {
            Milestone(incident, "Detected", milestones.Detected),
            Milestone(incident, "Escalated", milestones.Escalated),
            Milestone(incident, "Cause identified", milestones.CauseIdentified),
            Milestone(incident, "Mitigated", milestones.Mitigated),
            incident.EndedAt is { } end && Course.Of(incident, end) is { Stretches.Count: > 1 } course
                ? Line.Of($"**Resolved**: after {course.Words}, for it was reopened")
                : Milestone(incident, "Resolved", milestones.Resolved),
        };
        if (DeadEnd.Lost(record, now) is { Minutes: > 0 } lost)
            items.Add(
                Line.Of(
                    $"**Dead ends**: {Words(lost.Minutes)} of the {Words(lost.Search)} of searching ({100.0 * lost.Minutes / lost.Search:0} %)"
                ));
        return PostmortemDocument.Section("Where the Time Went", [new ListBlock(Numbered: false, items)]);
    }

    private static Line Milestone(Incident incident, string name, DateTimeOffset? at)
    {
        if (at is not { } moment) return Line.Of($"**{name}**: not recorded");
        var length = Course.Of(incident).Between(incident.StartedAt, moment);
        return length.Counted.Ticks switch
        {
            0 => Line.Of($"**{name}**: at the start"),
            < 0 => Line.Of($"**{name}**: {length} before the start"),
            _ => Line.Of($"**{name}**: after {length}"),
        };
    }

    private static string Words(int minutes) => new Length(TimeSpan.FromMinutes(minutes)).Words;
}
