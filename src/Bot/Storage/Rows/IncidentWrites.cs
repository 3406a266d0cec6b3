using Sitrep.Incidents;

namespace Sitrep.Storage.Rows;

/// <summary>Writes what a decision changed.</summary>
internal static class IncidentWrites
{
    /// <summary>Writes one change.</summary>
    public static void Write(StoreTransaction transaction, IncidentChange change)
    {
        switch (change)
        {
            case Declared declared: Save(transaction, declared.New); break;
            case Amended amended: Save(transaction, amended.New); break;
            case EntryRecorded recorded: Save(transaction, recorded.Incident, recorded.Entry); break;
            case EntryCorrected corrected: Save(transaction, corrected); break;
            case EscalationRecorded recorded:
                Save(transaction, recorded.Incident, recorded.Escalation);
                foreach (var team in recorded.Escalation.To.Where(name => !name.StartsWith('@')))
                    KnownNameRows.Learn(transaction, recorded.Escalation.By.Platform, team);
                break;
            case EscalationAmended amended: Save(transaction, amended.Incident, amended.Escalation); break;
            case Noted noted: Save(transaction, noted.Incident, noted.Note); break;
            case MessageMarked or MessageUnmarked or MessageRecorded: SourceMessages.Write(transaction, change); break;
            default: throw new InvalidOperationException($"A change that nobody writes: {change.GetType().Name}");
        }
    }

    private static void Save(StoreTransaction transaction, Incident incident) => transaction.Run(
        """
        insert into incidents (number, platform, channel_name, channel_id, title, severity, status, started_at, closed_at, private, details)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        on conflict (number) do update set
            channel_name = $3, channel_id = $4, title = $5, severity = $6, status = $7, started_at = $8, closed_at = $9, private = $10, details = $11
        """,
        incident.Id.Number,
        incident.Platform,
        incident.ChannelName,
        incident.ChannelId,
        incident.Title,
        (int?)incident.Severity,
        incident.Status.ToString(),
        Instants.ToText(incident.StartedAt),
        Instants.ToText(incident.ClosedAt),
        incident.Private,
        transaction.Json(incident, StorageJson.Default.Incident));

    private static void Save(StoreTransaction transaction, IncidentId incident, TimelineEntry entry) => transaction.Run(
        """
        insert into timeline_entries
            (incident, number, at, recorded_at, by_platform, by_id, by_name, text, kinds, kind_guessed, typed_time, approximate, note, removed,
             until)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        on conflict (incident, number) do update set
            at = $3, text = $8, kinds = $9, kind_guessed = $10, typed_time = $11, approximate = $12, note = $13, removed = $14, until = $15
        """,
        incident.Number,
        entry.Number,
        Instants.ToText(entry.At),
        Instants.ToText(entry.RecordedAt),
        entry.By.Platform,
        entry.By.Id,
        entry.By.Name,
        entry.Text,
        string.Join(' ', entry.Kinds.Select(kind => kind.Tag())),
        entry.KindGuessed,
        entry.TypedTime,
        entry.Approximate,
        entry.Note,
        entry.Removed,
        Instants.ToText(entry.Until));

    private static void Save(StoreTransaction transaction, EntryCorrected corrected)
    {
        Save(transaction, corrected.Incident, corrected.After);
        transaction.Run(
            """
            insert into corrections (incident, entry, what, by_platform, by_id, by_name, at, before, last_entry)
            values ($1, $2, $3, $4, $5, $6, $7, $8, (select max(number) from timeline_entries where incident = $1))
            """,
            corrected.Incident.Number,
            corrected.Before.Number,
            corrected.What,
            corrected.By.Platform,
            corrected.By.Id,
            corrected.By.Name,
            Instants.ToText(corrected.At),
            transaction.Json(corrected.Before, StorageJson.Default.TimelineEntry));
        if (corrected.Undoes is { } undone) transaction.Run("update corrections set undone = 1 where id = $1", undone);
    }

    private static void Save(StoreTransaction transaction, IncidentId incident, Escalation escalation) => transaction.Run(
        """
        insert into escalations (incident, number, details, acknowledged_at) values ($1, $2, $3, $4)
        on conflict (incident, number) do update set details = $3, acknowledged_at = $4
        """,
        incident.Number,
        escalation.Number,
        transaction.Json(escalation, StorageJson.Default.Escalation),
        Instants.ToText(escalation.AcknowledgedAt));

    private static void Save(StoreTransaction transaction, IncidentId incident, IncidentNote note) =>
        transaction.Run(
            "insert into notes (incident, what, at, recorded_at, by_platform, by_id, by_name, value, text) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            incident.Number,
            note.What.ToString(),
            Instants.ToText(note.At),
            Instants.ToText(note.RecordedAt),
            note.By.Platform,
            note.By.Id,
            note.By.Name,
            note.Value,
            note.Text);
}
