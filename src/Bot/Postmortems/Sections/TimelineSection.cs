using Sitrep.Incidents;
using Sitrep.Incidents.Zones;
using Sitrep.Prose;

namespace Sitrep.Postmortems.Sections;

/// <summary>Timeline: what people recorded, by when it happened; and what they said with a status or an update.</summary>
internal static class TimelineSection
{
    public static IReadOnlyList<Block> Of(IncidentRecord record, Zone zone)
    {
        var clock = new Clock(zone);
        var rows = record
            .Timeline.Select(entry => (entry.At, Order: entry.Number, Row: (Func<Line>)(() => Entry(record, entry, clock))))
            .Concat(
                record
                    .Notes.Where(Adds)
                    .Select((note, i) => (note.At, Order: int.MaxValue - 1000 + i, Row: (Func<Line>)(() => Note(note, clock)))))
            .OrderBy(row => row.At)
            .ThenBy(row => row.Order);
        return PostmortemDocument.Section("Timeline", PostmortemDocument.List([.. rows.Select(row => row.Row())]));
    }

    // The bot's own notes stand in the document only where they carry a person's words.
    private static bool Adds(IncidentNote note) => note.What is NoteKind.Status or NoteKind.Update && note.Text is not null;

    private static Line Entry(IncidentRecord record, TimelineEntry entry, Clock clock)
    {
        var (at, about) = (clock.Next(entry.At), entry.Approximate ? "ca. " : "");
        var line = entry.Until is { } until
            ? Line.Of($"**{about}{at} – {clock.Next(until)}** - {entry.Text}")
            : Line.Of($"**{about}{at}** - {entry.Text}");
        if (record.Escalations.FirstOrDefault(escalation => escalation.Entry == entry.Number) is { } escalation
            && escalation.To.Where(target => !Names(entry.Text, target)).ToList() is { Count: > 0 } unnamed)
            line = line.Then(Line.Of($" _(escalated to {string.Join(", ", unnamed)})_"));
        if (entry.Is(EntryKind.DeadEnd)) line = line.Then(Line.Of($" _(dead end)_"));
        return entry.Note is { } note ? line.Then(Line.Of($" _Note:_ {note}")) : line;
    }

    // "the backend and DevOps teams" names the backend team.
    private static bool Names(string text, string target)
    {
        var name = target.TrimStart('@');
        if (name.EndsWith(" team", StringComparison.OrdinalIgnoreCase)) name = name[..^5];
        return text.Contains(name, StringComparison.OrdinalIgnoreCase);
    }

    private static Line Note(IncidentNote note, Clock clock) => note.What == NoteKind.Update
        ? Line.Of($"**{clock.Next(note.At)}** - _Update to stakeholders:_ {note.Text}")
        : Line.Of($"**{clock.Next(note.At)}** - _Status {note.Value}:_ {note.Text}");
}
