using System.Text.Json;

namespace Sitrep.Conformance;

/// <summary>What a schema says about a string. Lengths count code points, as the standard says.</summary>
internal static class StringRules
{
    public static void Apply(string value, JsonElement schema, string path, List<Violation> found)
    {
        var length = value.EnumerateRunes().Count();
        if (ObjectRules.Limit(schema, "minLength") is { } least && length < least)
            found.Add(new(path, "minLength", $"{length} characters, fewer than {least}"));
        if (ObjectRules.Limit(schema, "maxLength") is { } most && length > most)
            found.Add(new(path, "maxLength", $"{length} characters, more than {most}"));
        if (schema.TryGetProperty("pattern", out var pattern) && !Patterns.Of(pattern.GetString()!).IsMatch(value))
            found.Add(new(path, "pattern", $"does not match {pattern.GetString()}"));
    }
}
