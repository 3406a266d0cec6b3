using System.Collections.Frozen;
using Sitrep.Incidents;

namespace Sitrep.Commands.Vocabulary;

/// <summary>Kinds of entries said without their mark, behind <c>mark 3</c>: <c>as a dead end</c>, <c>finding</c>.</summary>
internal static class KindWords
{
    private static readonly FrozenDictionary<string, EntryKind> _words = new Dictionary<string, EntryKind>
    {
        ["deadend"] = EntryKind.DeadEnd,
        ["cause"] = EntryKind.Finding,
        ["root-cause"] = EntryKind.Finding,
        ["fix"] = EntryKind.Mitigation,
        ["workaround"] = EntryKind.Mitigation,
        ["alert"] = EntryKind.Detection,
        ["page"] = EntryKind.Escalation,
        ["update"] = EntryKind.Communication,
        ["comms"] = EntryKind.Communication,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads it; null for anything else.</summary>
    public static EntryKind? Read(string text)
    {
        var words = text.ToLowerInvariant().TrimEnd('.').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var tag = string.Join('-', words.SkipWhile(word => word is "as" or "a" or "an" or "the" or "to" or "is"));
        if (EntryKinds.TryParse(tag, out var kind)) return kind;
        return _words.TryGetValue(tag, out kind) ? kind : null;
    }
}
