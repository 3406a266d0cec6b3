using Sitrep.Incidents;

namespace Sitrep.Postmortems;

/// <summary>A path that led nowhere, and what it cost.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Minutes">
/// Until the next entry that changed course; what people only said or checked meanwhile does not count as one.
/// </param>
internal sealed record DeadEnd(TimelineEntry Entry, int Minutes)
{
    /// <summary>An incident's dead ends, in the order they happened.</summary>
    /// <param name="record">The record.</param>
    /// <param name="now">Where an open incident's last dead end lasts to.</param>
    public static IReadOnlyList<DeadEnd> Of(IncidentRecord record, DateTimeOffset now)
    {
        var entries = record.InOrder().ToList();
        var ended = record.Incident.EndedAt;
        return
        [
            .. entries.Select((entry, i) => (entry, i)).Where(pair => pair.entry.Is(EntryKind.DeadEnd)).Select(pair =>
            {
                if (pair.entry.Until is { } over) return new DeadEnd(pair.entry, Math.Max(0, Clock.Minutes(pair.entry.At, over)));
                var next = entries.Skip(pair.i + 1).FirstOrDefault(ChangesCourse)?.At ?? ended ?? now;
                // What was noted the morning after did not prolong it.
                return new DeadEnd(pair.entry, Math.Max(0, Clock.Minutes(pair.entry.At, next > ended ? ended.Value : next)));
            }),
        ];
    }

    /// <summary>How much of the search for the cause went into dead ends; null where the cause was never recorded.</summary>
    public static LostSearch? Lost(IncidentRecord record, DateTimeOffset now)
    {
        if (Phases.Cause(record) is not { } cause) return null;
        var begin = Phases.First(record, EntryKind.Detection) ?? record.Incident.StartedAt;
        var search = Clock.Minutes(begin, cause);
        if (search <= 0) return null;
        var lost = Of(record, now)
            .Sum(dead => Math.Max(0, Clock.Minutes(Later(dead.Entry.At, begin), Earlier(dead.Entry.At.AddMinutes(dead.Minutes), cause))));
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
