using System.Text.Json;

namespace Sitrep.Conformance;

/// <summary><c>type</c>, <c>enum</c> and <c>const</c>.</summary>
internal static class TypeRules
{
    public static void Apply(JsonElement value, JsonElement schema, string path, List<Violation> found)
    {
        if (schema.TryGetProperty("enum", out var choices)
            && !choices.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value)))
            found.Add(new(path, "enum", $"{Shown(value)} is none of {Shown(choices)}"));
        if (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(only, value))
            found.Add(new(path, "const", $"{Shown(value)} is not {Shown(only)}"));
        if (!schema.TryGetProperty("type", out var type)) return;
        var isOfType = type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Any(one => Is(value, one.GetString()!))
            : Is(value, type.GetString()!);
        if (!isOfType) found.Add(new(path, "type", $"{Shown(value)} is not of type {Shown(type)}"));
    }

    private static bool Is(JsonElement value, string type) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        // 1.0 is an integer since draft-06.
        "integer" => value.ValueKind == JsonValueKind.Number && (!value.TryGetDecimal(out var number) || decimal.IsInteger(number)),
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => throw new NotSupportedException($"Unknown type '{type}' in the schema"),
    };

    private static string Shown(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 80 ? text : text[..77] + "...";
    }
}
