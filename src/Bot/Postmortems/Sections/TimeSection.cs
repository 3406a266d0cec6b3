using Sitrep.Incidents;
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
        var line = Line.Of($"**{clock.Next(dead.Entry.At)}**, {Minutes(dead.Minutes)}: {dead.Entry.Text}");
        return dead.Entry.Note is { } note ? line.Then(Line.Of($" _Note:_ {note}")) : line;
    }

    private static IReadOnlyList<Block> Where(IncidentRecord record, DateTimeOffset now)
    {
        var phases = Phases.Of(record);
        // Without a single milestone there is nothing to say, and five times "not recorded" would be noise.
        if (phases == new Phases(null, null, null, null, null)) return [];
        var items = new List<Line>
        {
            Milestone("Detected", phases.Detected),
            Milestone("Escalated", phases.Escalated),
            Milestone("Cause identified", phases.CauseIdentified),
            Milestone("Mitigated", phases.Mitigated),
            Milestone("Resolved", phases.Resolved),
        };
        if (DeadEnd.Lost(record, now) is { Minutes: > 0 } lost)
            items.Add(
                Line.Of(
                    $"**Dead ends**: {lost.Minutes} of the {lost.Search} minutes of searching ({100.0 * lost.Minutes / lost.Search:0} %)"
                ));
        return PostmortemDocument.Section("Where the Time Went", [new ListBlock(Numbered: false, items)]);
    }

    private static Line Milestone(string name, int? minutes) => minutes switch
    {
        null => Line.Of($"**{name}**: not recorded"),
        0 => Line.Of($"**{name}**: at the start"),
        < 0 => Line.Of($"**{name}**: {Minutes(-minutes.Value)} before the start"),
        _ => Line.Of($"**{name}**: after {Minutes(minutes.Value)}"),
    };

    private static string Minutes(int minutes) => minutes == 1 ? "1 minute" : $"{minutes} minutes";
}
