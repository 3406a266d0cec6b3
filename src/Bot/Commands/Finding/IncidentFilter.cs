using Sitrep.Incidents;

namespace Sitrep.Commands.Finding;

/// <summary>Which incidents are looked for, newest first.</summary>
internal sealed record IncidentFilter
{
    /// <summary>Open ones alone, closed ones alone; null for both.</summary>
    public bool? IsOpen { get; init; }

    /// <summary>Cancelled ones alone; null for both.</summary>
    public bool? IsCancelled { get; init; }

    /// <summary>Of one severity; null for any.</summary>
    public Severity? Severity { get; init; }

    /// <summary>In one status; null for any.</summary>
    public IncidentStatus? Status { get; init; }

    /// <summary>Those alone in which the viewer is involved.</summary>
    public bool IsMine { get; init; }

    /// <summary>Words that each must stand in the title, the service or the id.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether the words may stand anywhere in the record, too: in entries, fields and tasks.</summary>
    public bool InRecord { get; init; }

    /// <summary>How many are passed over.</summary>
    public int Skip { get; init; }

    /// <summary>How many are wanted.</summary>
    public int Take { get; init; } = 20;
}

/// <summary>What a filter finds.</summary>
/// <param name="Total">How many there are in all.</param>
/// <param name="Shown">Those that are wanted, with entries that hold the words.</param>
internal sealed record IncidentMatches(int Total, IReadOnlyList<IncidentMatch> Shown)
{
    /// <summary>Nothing was looked for.</summary>
    public static IncidentMatches None { get; } = new(0, []);
}

/// <summary>An incident that was found.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Entries">Its first entries that hold one of the words.</param>
internal sealed record IncidentMatch(Incident Incident, IReadOnlyList<TimelineEntry> Entries);
