using Sitrep.Storage.Retention;

namespace Sitrep.Storage;

/// <summary>The database, whichever engine keeps it.</summary>
internal interface IStore
{
    /// <summary>The engine and its version: <c>SQLite 3.53.4</c>.</summary>
    string Engine { get; }

    /// <summary>Its place, without a password: a file's full path.</summary>
    string Place { get; }

    /// <summary>Makes whatever it lacks: the place, the tables.</summary>
    /// <exception cref="InvalidDataException">A newer version of the bot made it.</exception>
    /// <exception cref="StoreException">The database refused or failed.</exception>
    void Prepare();

    /// <summary>Looks for damage.</summary>
    /// <exception cref="InvalidDataException">There is some; the message says what to do.</exception>
    void Check();

    /// <summary>A connection to read with, to be disposed; connections are pooled.</summary>
    /// <exception cref="StoreException">The database cannot be reached.</exception>
    StoreConnection Open();

    /// <summary>The connection that writes; there is one, and the write queue holds it.</summary>
    /// <exception cref="StoreException">The database cannot be reached.</exception>
    StoreTransaction OpenWriter();

    /// <summary>The sizes of its parts in bytes, by their names; empty where the engine does not say.</summary>
    IReadOnlyList<(string Part, long Bytes)> Sizes();

    /// <summary>How big each table is. It reads whole tables: about a second a million rows.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    IReadOnlyList<TableSize> TableSizes();

    /// <summary>The free space where it lies, in bytes; null where the engine does not say.</summary>
    long? FreeBytes();
}
