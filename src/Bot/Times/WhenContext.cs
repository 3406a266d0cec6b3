using Sitrep.Incidents.Zones;

namespace Sitrep.Times;

/// <summary>The context in which a time is read.</summary>
/// <param name="Now">The moment at which it was typed.</param>
/// <param name="Zone">The zone of times that name none.</param>
/// <param name="WindowStart">With <paramref name="WindowEnd"/>, a closed incident: a time without a date lies between the two.</param>
/// <param name="WindowEnd">The end of the closed incident, included.</param>
/// <param name="AllowsFuture">For reminders: times lie ahead, and one without a date within twelve hours.</param>
internal sealed record WhenContext(
    DateTimeOffset Now,
    Zone Zone,
    DateTimeOffset? WindowStart = null,
    DateTimeOffset? WindowEnd = null,
    bool AllowsFuture = false)
{
    /// <summary>The zone of the clock that whoever types looks at; null where nobody knows, or it does not matter.</summary>
    public Zone? ReaderZone { get; init; }

    /// <summary>When the incident began; null where the time is not about one.</summary>
    public DateTimeOffset? Began { get; init; }
}
