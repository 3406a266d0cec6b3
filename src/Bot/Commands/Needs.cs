namespace Sitrep.Commands;

/// <summary>The knowledge that a decider needs besides the incident. Flags: it may need several.</summary>
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

    /// <summary>The known people and groups with the typed names.</summary>
    KnownNames = 64,
}
