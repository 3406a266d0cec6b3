using System.Text.Json;

namespace Sitrep.Conformance;

/// <summary>What a schema says about an object's members.</summary>
internal static class ObjectRules
{
    public static void Apply(JsonSchema judge, JsonElement value, JsonElement schema, string path, int depth, List<Violation> found)
    {
        if (schema.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.Array)
            foreach (
                var name in required.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)))
                found.Add(new(path, "required", $"'{name}' is missing"));

        var count = value.EnumerateObject().Count();
        if (Limit(schema, "minProperties") is { } least && count < least)
            found.Add(new(path, "minProperties", $"{count} members, fewer than {least}"));
        if (Limit(schema, "maxProperties") is { } most && count > most)
            found.Add(new(path, "maxProperties", $"{count} members, more than {most}"));

        var hasProperties = schema.TryGetProperty("properties", out var properties);
        var hasPatterns = schema.TryGetProperty("patternProperties", out var patterns);
        var hasOthers = schema.TryGetProperty("additionalProperties", out var others);
        foreach (var member in value.EnumerateObject())
        {
            var below = Violation.Below(path, member.Name);
            var isKnown = false;
            if (schema.TryGetProperty("propertyNames", out var names))
                found.AddRange(judge.Judge(JsonSerializer.SerializeToElement(member.Name), names, below, depth + 1));
            if (hasProperties && properties.TryGetProperty(member.Name, out var property))
            {
                isKnown = true;
                found.AddRange(judge.Judge(member.Value, property, below, depth + 1));
            }

            foreach (
                var pattern in hasPatterns
                    ? patterns.EnumerateObject().Where(pattern => Patterns.Of(pattern.Name).IsMatch(member.Name))
                    : [])
            {
                isKnown = true;
                found.AddRange(judge.Judge(member.Value, pattern.Value, below, depth + 1));
            }

            if (isKnown || !hasOthers) continue;
            if (others.ValueKind == JsonValueKind.False)
                found.Add(new(below, "additionalProperties", $"'{member.Name}' is not known here"));
            else
                found.AddRange(judge.Judge(member.Value, others, below, depth + 1));
        }
    }

    internal static int? Limit(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var limit) ? (int)Math.Min(limit.GetDouble(), int.MaxValue) : null;
}
