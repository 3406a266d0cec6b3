using System.Collections.Frozen;
using Sitrep.Commands.Grammar;

namespace Sitrep.Commands.Vocabulary;

/// <summary>Roles as other teams call them.</summary>
internal static class RoleWords
{
    private static readonly FrozenDictionary<string, string> _words = new Dictionary<string, string>
    {
        ["commander"] = "lead",
        ["incident-commander"] = "lead",
        ["incident-lead"] = "lead",
        ["incident-manager"] = "lead",
        ["ic"] = "lead",
        ["im"] = "lead",
        ["owner"] = "lead",
        ["leader"] = "lead",
        ["manager"] = "lead",
        ["coordinator"] = "lead",
        ["communications"] = "comms",
        ["communication"] = "comms",
        ["communicator"] = "comms",
        ["comms-lead"] = "comms",
        ["communications-lead"] = "comms",
        ["notetaker"] = "scribe",
        ["note-taker"] = "scribe",
        ["secretary"] = "scribe",
        ["recorder"] = "scribe",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The role that a word means, of those that exist; null where it means none.</summary>
    public static string? Read(string word, IReadOnlyList<string> roles)
    {
        var bare = word.TrimEnd(':', '=').Replace('_', '-').ToLowerInvariant();
        if (roles.Contains(bare)) return bare;
        return _words.TryGetValue(bare, out var meant) && roles.Contains(meant) ? meant : null;
    }

    /// <summary>Reads a role and a person in either order, and a role of two words: <c>incident commander @li</c>.</summary>
    /// <returns>The role, null where there is none, and who; null where nobody is named.</returns>
    public static (string? Role, string? Who) Read(string first, string? rest, IReadOnlyList<string> roles)
    {
        if (Read(first, roles) is { } role) return (role, rest);
        var second = EdgeWords.First(rest ?? "");
        if (Read($"{first}-{second}", roles) is { } together && EdgeWords.AfterFirst(rest!) is var behind)
            return (together, behind.Length > 0 ? behind : null);
        return first.StartsWith('@') && rest is not null && Read(rest, roles) is { } last ? (last, first) : (null, rest);
    }
}
