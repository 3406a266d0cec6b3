using Sitrep.Incidents;

namespace Sitrep.Commands.Grammar;

/// <summary>What was typed behind a command's words, taken apart.</summary>
public sealed record Arguments
{
    /// <summary>The free text: everything that is no option, kind or flag; inner white space is kept.</summary>
    public string Text { get; init; } = "";

    /// <summary>Options by key; a value is empty where empty quotes were typed.</summary>
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

    /// <summary>An option's value; null where none was typed.</summary>
    public string? Option(string key) => Options.GetValueOrDefault(key) is { Length: > 0 } value ? value : null;

    /// <summary>Options, severity, flags and kinds as they are typed behind a text, so that a command offered again loses none.</summary>
    /// <param name="besides">The options that the offer spells itself.</param>
    internal string Retyped(params IReadOnlyList<string> besides) => string.Concat(
    [
        .. Options.Where(option => !besides.Contains(option.Key)).Select(option => $" {option.Key}:\"{option.Value}\""),
        Severity is { } severity && !Options.ContainsKey("severity") ? $" sev{(int)severity}" : "",
        .. Flags.Select(flag => " " + flag),
        .. Kinds.Select(kind => " #" + kind.Tag()),
    ]);

    /// <summary>Whether a flag was typed.</summary>
    public bool Has(string flag) => Flags.Contains(flag);
}
