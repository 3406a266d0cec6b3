namespace Sitrep.Storage;

/// <summary>The kind of a database's fault, in words that every engine knows.</summary>
internal enum StoreFault
{
    /// <summary>Another program holds what is needed; the same work may succeed later.</summary>
    Busy,

    /// <summary>There is no room left.</summary>
    Full,

    /// <summary>The database takes no writes.</summary>
    ReadOnly,

    /// <summary>The stored data is broken: only a backup helps.</summary>
    Damaged,

    /// <summary>The work contradicts what is stored, for example a key that is given already.</summary>
    Conflict,

    /// <summary>The database cannot be reached: the disk failed, the file or the server is away.</summary>
    Gone,

    /// <summary>The engine does not take the statement.</summary>
    Refused,
}
