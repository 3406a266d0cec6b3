using Sitrep.Incidents;
using Sitrep.Incidents.Courses;

namespace Sitrep.Postmortems;

/// <summary>A path that led nowhere, and what it cost.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Until">The next entry that changed course; what people only said or checked meanwhile is none.</param>
/// <param name="Length">How long it lasted.</param>
internal sealed record DeadEnd(TimelineEntry Entry, DateTimeOffset Until, Length Length)
{
    /// <summary>How long, in whole minutes.</summary>
    public int Minutes => Length.Minutes;

    /// <summary>An incident's dead ends, in the order they happened.</summary>
    /// <param name="record">The record.</param>
    /// <param name="now">Where an open incident's last dead end lasts to.</param>
    public static IReadOnlyList<DeadEnd> Of(IncidentRecord record, DateTimeOffset now)
    {
        var entries = record.InOrder().ToList();
        var (ended, course) = (record.Incident.EndedAt, Course.Of(record.Incident));
        return
        [
            .. entries.Select((entry, i) => (entry, i)).Where(pair => pair.entry.Is(EntryKind.DeadEnd)).Select(pair =>
            {
                if (pair.entry.Until is { } over) return new DeadEnd(pair.entry, over, course.Between(pair.entry.At, over));
                var next = entries.Skip(pair.i + 1).FirstOrDefault(ChangesCourse)?.At ?? ended ?? now;
                // A note of the next morning did not prolong the incident.
                var until = Later(pair.entry.At, next > ended ? ended.Value : next);
                return new DeadEnd(pair.entry, until, course.Between(pair.entry.At, until));
            }),
        ];
    }

    /// <summary>How much of the search for the cause went into dead ends; null where the cause was never recorded.</summary>
    public static LostSearch? Lost(IncidentRecord record, DateTimeOffset now)
    {
        if (Milestones.Cause(record) is not { } cause) return null;
        var begin = Milestones.First(record, EntryKind.Detection) ?? record.Incident.StartedAt;
        var course = Course.Of(record.Incident);
        var search = course.Between(begin, cause).Minutes;
        if (search <= 0) return null;
        var lost = Of(record, now)
            .Sum(dead => Math.Max(0, course.Between(Later(dead.Entry.At, begin), Earlier(dead.Until, cause)).Minutes));
        return new(Math.Min(lost, search), search);
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static bool ChangesCourse(TimelineEntry entry) =>
        entry.Kinds.Any(kind => kind is not (EntryKind.Communication or EntryKind.Verification));
}

/// <summary>Minutes of the search for the cause that went into dead ends.</summary>
/// <param name="Minutes">Lost.</param>
/// <param name="Search">Of so many.</param>
internal sealed record LostSearch(int Minutes, int Search);
