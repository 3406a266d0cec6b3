namespace Sitrep.Incidents;

/// <summary>
/// The status of the work. No order is enforced: people resolve, find out they were wrong, and investigate again.
/// Closing is not a status but the end of the record (<see cref="Incident.ClosedAt"/>).
/// </summary>
internal enum IncidentStatus
{
    /// <summary>Nobody knows the cause yet.</summary>
    Investigating,

    /// <summary>The cause is known.</summary>
    Identified,

    /// <summary>A fix is in; people watch whether it holds.</summary>
    Monitoring,

    /// <summary>It is over for those it affected.</summary>
    Resolved,
}
