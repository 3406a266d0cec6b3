using Sitrep.Incidents;
using Sitrep.Incidents.Zones;

namespace Sitrep.Tests.Support;

/// <summary>Records by hand: an incident that started on a Tuesday at 14:00 UTC, and entries some minutes after.</summary>
internal static class Records
{
    public static DateTimeOffset Start { get; } = new(2026, 3, 10, 14, 0, 0, TimeSpan.Zero);

    public static IncidentRecord Of(Incident incident, params TimelineEntry[] entries) => new(incident, entries, [], []);

    public static Incident Incident() => new()
    {
        Id = new(1),
        Title = "Checkout down",
        Zone = Zone.Utc,
        StartedAt = Start,
        DeclaredAt = Start,
        DeclaredBy = Person.Named("web", "ana"),
        Platform = "web",
        ChannelName = "inc-1-checkout-down",
    };

    /// <summary>Over after two hours, reopened two days later, and over again after one.</summary>
    public static Incident Reopened(Incident incident) => incident with
    {
        Pauses = [new(incident.StartedAt.AddHours(2), incident.StartedAt.AddHours(50))],
        EndedAt = incident.StartedAt.AddHours(51),
        ClosedAt = incident.StartedAt.AddHours(51),
    };

    public static TimelineEntry Entry(int number, double minute, string text, params EntryKind[] kinds) => new()
    {
        Number = number,
        At = Start.AddMinutes(minute),
        RecordedAt = Start.AddMinutes(minute),
        By = Person.Named("web", "ana"),
        Text = text,
        Kinds = kinds.Length > 0 ? kinds : [EntryKind.Investigation],
    };
}
