namespace Sitrep.Incidents;

/// <summary>The kind of an entry in the course of the incident. An entry may be several at once.</summary>
public enum EntryKind
{
    /// <summary>Somebody or something noticed.</summary>
    Detection,

    /// <summary>A look at a possible cause.</summary>
    Investigation,

    /// <summary>A look at the wrong cause, known only later.</summary>
    DeadEnd,

    /// <summary>A cause found.</summary>
    Finding,

    /// <summary>More people or another team called in.</summary>
    Escalation,

    /// <summary>Something done to lessen the harm.</summary>
    Mitigation,

    /// <summary>It works again.</summary>
    Resolution,

    /// <summary>Something said to, or heard from, the world outside.</summary>
    Communication,

    /// <summary>A check that the fix holds.</summary>
    Verification,
}

/// <summary>The spelling of kinds: <c>#dead-end</c> in chat, <c>dead-end</c> in JSON.</summary>
internal static class EntryKinds
{
    private static readonly Dictionary<string, EntryKind> _byTag =
        Enum.GetValues<EntryKind>().ToDictionary(kind => kind.Tag(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Every kind, in the order in which help lists them.</summary>
    public static IReadOnlyList<EntryKind> All { get; } = Enum.GetValues<EntryKind>();

    /// <summary>The kind's spelling without <c>#</c>.</summary>
    public static string Tag(this EntryKind kind) =>
        kind == EntryKind.DeadEnd ? "dead-end" : kind.ToString().ToLowerInvariant();

    /// <summary>Reads a spelling without <c>#</c>.</summary>
    public static bool TryParse(string tag, out EntryKind kind) => _byTag.TryGetValue(tag, out kind);
}
