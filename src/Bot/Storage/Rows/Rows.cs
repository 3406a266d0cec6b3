using Sitrep.Incidents;

namespace Sitrep.Storage.Rows;

// Dapper reads SQLite's raw longs and strings; these turn them into what they mean. The names are the columns'.

internal sealed record EntryRow(
    long number, string at, string recorded_at, string by_platform, string by_id, string by_name, string text, string kinds,
    long kind_guessed, string? typed_time, long approximate, string? note, long removed, string? until)
{
    public const string Select =
        """
        select number, at, recorded_at, by_platform, by_id, by_name, text, kinds, kind_guessed, typed_time, approximate, note, removed, until
        from timeline_entries
        """;

    public TimelineEntry ToEntry() => new()
    {
        Number = (int)number,
        At = Instants.Parse(at),
        RecordedAt = Instants.Parse(recorded_at),
        By = new(by_platform, by_id, by_name),
        Text = text,
        Kinds = [.. kinds.Split(' ').Select(tag => EntryKinds.TryParse(tag, out var kind) ? kind : EntryKind.Investigation)],
        KindGuessed = kind_guessed != 0,
        TypedTime = typed_time,
        Approximate = approximate != 0,
        Note = note,
        Removed = removed != 0,
        Until = until is null ? null : Instants.Parse(until),
    };
}

internal sealed record NoteRow(
    string what, string at, string recorded_at, string by_platform, string by_id, string by_name, string? value, string? text)
{
    public const string Select = "select what, at, recorded_at, by_platform, by_id, by_name, value, text from notes";

    public IncidentNote ToNote() => new(
        Enum.Parse<NoteKind>(what), Instants.Parse(at), Instants.Parse(recorded_at), new(by_platform, by_id, by_name), value, text);
}
