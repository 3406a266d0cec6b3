using System.Collections.Frozen;
using System.Text.Json;

namespace Sitrep.Conformance;

/// <summary>
/// The keywords that assert something and are not implemented. Ignoring one would call a wrong value valid, so a schema
/// that uses one is refused.
/// </summary>
internal static class SchemaKeywords
{
    private static readonly FrozenSet<string> _unchecked = new[]
    {
        "if", "then", "else", "contains", "dependencies", "dependentRequired", "dependentSchemas", "additionalItems",
        "unevaluatedItems", "unevaluatedProperties", "$dynamicRef", "$recursiveRef",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The first keyword of a schema that cannot be checked; null when all can.</summary>
    public static string? Unchecked(JsonElement schema)
    {
        foreach (var keyword in schema.EnumerateObject())
            if (_unchecked.Contains(keyword.Name)) return keyword.Name;
        return null;
    }
}
