namespace Sitrep.Storage;

/// <summary>The database refused or failed: nothing of the work that met it was done.</summary>
/// <param name="fault">What kind of fault it is.</param>
/// <param name="what">What is wrong, to stand behind "Not saved:".</param>
/// <param name="fix">What to do, as sentences.</param>
/// <param name="inner">The engine's own exception; its message is this one's.</param>
internal sealed class StoreException(StoreFault fault, string what, string fix, Exception inner) : Exception(inner.Message, inner)
{
    /// <summary>The kind of fault.</summary>
    public StoreFault Fault { get; } = fault;

    /// <summary>The problem, as the text after "Not saved:".</summary>
    public string What { get; } = what;

    /// <summary>The next steps, as sentences.</summary>
    public string Fix { get; } = fix;

    /// <summary>The problem and its remedy, for a line of the health page, of <c>doctor</c>, or of a verb that failed.</summary>
    public string Advice => $"{What}. {Fix}";
}
