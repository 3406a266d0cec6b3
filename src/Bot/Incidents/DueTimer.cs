namespace Sitrep.Incidents;

/// <summary>A timer whose time has come, as the database keeps it.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Incident">Whose.</param>
/// <param name="DueAt">When it was due, UTC.</param>
/// <param name="Purpose">What for; null where this version cannot read it.</param>
/// <param name="Stored">What for, as stored: JSON.</param>
internal sealed record DueTimer(string Key, IncidentId Incident, DateTimeOffset DueAt, TimerPurpose? Purpose, string Stored);
