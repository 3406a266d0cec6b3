using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Sitrep.Conformance;

/// <summary>Schemas repeat few patterns many times.</summary>
internal static class Patterns
{
    private static readonly ConcurrentDictionary<string, Regex> _compiled = new(StringComparer.Ordinal);

    public static Regex Of(string pattern) => _compiled.GetOrAdd(pattern, text => new(text, RegexOptions.ECMAScript));
}
