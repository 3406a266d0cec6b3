using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sitrep.LocalDiscord;

/// <summary>Reads members of a JSON object that may be missing or of another kind than hoped.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonNode? node, string name) =>
        Member(node, name) is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static bool Flag(this JsonNode? node, string name) => Member(node, name)?.GetValueKind() == JsonValueKind.True;

    /// <summary>A number, or a string of digits where Discord takes both.</summary>
    public static long? Number(this JsonNode? node, string name) =>
        Member(node, name) is JsonValue value && long.TryParse(value.ToString(), out var number) ? number : null;

    public static JsonArray? List(this JsonNode? node, string name) => Member(node, name) as JsonArray;

    public static JsonObject? Part(this JsonNode? node, string name) => Member(node, name) as JsonObject;

    public static bool Has(this JsonNode? node, string name) => node is JsonObject it && it.ContainsKey(name);

    /// <summary>The objects of a list.</summary>
    public static IEnumerable<JsonObject> Parts(this JsonNode? node, string name) => List(node, name)?.OfType<JsonObject>() ?? [];

    private static JsonNode? Member(JsonNode? node, string name) => node is JsonObject it && it.TryGetPropertyValue(name, out var member) ? member : null;
}
