using Sitrep.Incidents;

namespace Sitrep.Commands;

/// <summary>What was typed behind a command's words, taken apart.</summary>
public sealed record Arguments
{
    /// <summary>The free text: everything that is no option, kind or flag; inner white space is kept.</summary>
    public string Text { get; init; } = "";

    /// <summary>Options by key; a value is never empty.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The kinds named with <c>#</c>, in the order typed.</summary>
    public IReadOnlyList<EntryKind> Kinds { get; init; } = [];

    /// <summary>The severity; null where none was typed.</summary>
    public Severity? Severity { get; init; }

    /// <summary>The flags typed.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>The incident named by id; null where the channel decides.</summary>
    public IncidentId? Incident { get; init; }

    /// <summary>The number that came first; null where none did.</summary>
    public int? Number { get; init; }

    /// <summary>An option's value; null where it was not typed.</summary>
    public string? Option(string key) => Options.GetValueOrDefault(key);

    /// <summary>Whether a flag was typed.</summary>
    public bool Has(string flag) => Flags.Contains(flag);
}
