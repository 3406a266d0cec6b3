namespace Sitrep.Incidents;

/// <summary>Something to be done later.</summary>
/// <param name="Key">Its name; a new reminder of the same name replaces it.</param>
/// <param name="Incident">Whose.</param>
/// <param name="DueAt">When, UTC.</param>
/// <param name="What">What: <c>update-due</c> or <c>put-away</c>.</param>
public sealed record IncidentTimer(string Key, IncidentId Incident, DateTimeOffset DueAt, string What);
