namespace Sitrep.Commands;

/// <summary>What a decider must know besides the incident. Flags: it may need several.</summary>
[Flags]
internal enum Needs
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary>The timeline, escalations and notes.</summary>
    Record = 1,

    /// <summary>The open incidents.</summary>
    OpenIncidents = 2,

    /// <summary>The other incident that is named, with its record; of a duplicate the one that it is the same as.</summary>
    Other = 4,

    /// <summary>The number for a new incident.</summary>
    NextNumber = 8,

    /// <summary>The numbers given last to entries and escalations.</summary>
    LastNumbers = 16,

    /// <summary>The newest correction of whoever types.</summary>
    LastCorrection = 32,

    /// <summary>Who and what is known under the names that were typed.</summary>
    KnownNames = 64,
}
