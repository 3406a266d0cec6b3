using Sitrep.Incidents;

namespace Sitrep.Postmortems;

/// <summary>A path that led nowhere, and what it cost.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Minutes">Until the next entry that changed course; what people only said or checked meanwhile does not count as one.</param>
public sealed record DeadEnd(TimelineEntry Entry, int Minutes)
{
    /// <summary>An incident's dead ends, in the order they happened.</summary>
    /// <param name="record">The record.</param>
    /// <param name="now">Where an open incident's last dead end lasts to.</param>
    public static IReadOnlyList<DeadEnd> Of(IncidentRecord record, DateTimeOffset now)
    {
        var entries = record.InOrder().ToList();
        var end = record.Incident.EndedAt ?? now;
        return
        [
            .. entries.Select((entry, i) => (entry, i)).Where(pair => pair.entry.Is(EntryKind.DeadEnd)).Select(pair =>
            {
                var next = entries.Skip(pair.i + 1).FirstOrDefault(ChangesCourse)?.At ?? end;
                return new DeadEnd(pair.entry, (int)Math.Max(0, Math.Round((next - pair.entry.At).TotalMinutes)));
            }),
        ];
    }

    /// <summary>How much of the search for the cause went into dead ends; null where the cause was never recorded.</summary>
    public static LostSearch? Lost(IncidentRecord record, DateTimeOffset now)
    {
        if (Phases.Cause(record) is not { } cause) return null;
        var begin = Phases.First(record, EntryKind.Detection) ?? record.Incident.StartedAt;
        var search = (int)Math.Round((cause - begin).TotalMinutes);
        if (search <= 0) return null;
        var lost = Of(record, now).Where(dead => dead.Entry.At < cause)
            .Sum(dead => Math.Min(dead.Minutes, (int)Math.Round((cause - dead.Entry.At).TotalMinutes)));
        return new(Math.Min(lost, search), search);
    }

    private static bool ChangesCourse(TimelineEntry entry) =>
        entry.Kinds.Any(kind => kind is not (EntryKind.Communication or EntryKind.Verification));
}

/// <summary>Minutes of the search for the cause that went into dead ends.</summary>
/// <param name="Minutes">Lost.</param>
/// <param name="Search">Of so many.</param>
public sealed record LostSearch(int Minutes, int Search);
