namespace Sitrep.Incidents;

/// <summary>Something to be done for an incident later.</summary>
/// <param name="Incident">Whose.</param>
/// <param name="DueAt">When, UTC.</param>
/// <param name="Purpose">What for.</param>
internal sealed record IncidentTimer(IncidentId Incident, DateTimeOffset DueAt, TimerPurpose Purpose)
{
    /// <summary>Its name; a new timer of the same name replaces it.</summary>
    public string Key => KeyOf(Incident, Purpose);

    /// <summary>The name of an incident's timer.</summary>
    public static string KeyOf(IncidentId incident, TimerPurpose purpose) => $"{incident}/{purpose.Name}";
}
