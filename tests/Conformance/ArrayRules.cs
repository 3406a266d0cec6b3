using System.Text.Json;

namespace Sitrep.Conformance;

/// <summary>What a schema says about an array's items.</summary>
internal static class ArrayRules
{
    public static void Apply(JsonSchema judge, JsonElement value, JsonElement schema, string path, int depth, List<Violation> found)
    {
        var count = value.GetArrayLength();
        if (ObjectRules.Limit(schema, "minItems") is { } least && count < least)
            found.Add(new(path, "minItems", $"{count} items, fewer than {least}"));
        if (ObjectRules.Limit(schema, "maxItems") is { } most && count > most)
            found.Add(new(path, "maxItems", $"{count} items, more than {most}"));
        if (schema.TryGetProperty("uniqueItems", out var unique)
            && unique.ValueKind == JsonValueKind.True
            && FirstRepeated(value) is { } repeated)
            found.Add(new($"{path}/{repeated}", "uniqueItems", "repeats an earlier item"));

        for (var i = 0; i < count; i++)
            if (ForItem(schema, i) is { } item) found.AddRange(judge.Judge(value[i], item, $"{path}/{i}", depth + 1));
    }

    // 2020-12 says prefixItems and items; draft-07 says the same with an array in items.
    private static JsonElement? ForItem(JsonElement schema, int index)
    {
        if (schema.TryGetProperty("prefixItems", out var prefix) && index < prefix.GetArrayLength()) return prefix[index];
        if (!schema.TryGetProperty("items", out var items)) return null;
        if (items.ValueKind != JsonValueKind.Array) return items;
        return index < items.GetArrayLength() ? items[index] : null;
    }

    private static int? FirstRepeated(JsonElement value)
    {
        for (var i = 1; i < value.GetArrayLength(); i++)
            for (var earlier = 0; earlier < i; earlier++)
                if (JsonElement.DeepEquals(value[i], value[earlier])) return i;
        return null;
    }
}
