using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sitrep.LocalDiscord;

/// <summary>Reads members of a JSON object that may be missing or of another kind than hoped.</summary>
internal static class JsonReading
{
    /// <summary>Reads JSON to its last string; null for what is none, names a member twice, or holds half a character.</summary>
    public static JsonNode? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var node = JsonNode.Parse(json);
            Touch(node);
            return node;
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A copy without what was sent as null: Discord takes it for what was not sent.</summary>
    public static JsonNode? WithoutNulls(this JsonNode? node) =>
        node switch
        {
            JsonObject form => new JsonObject(
                form.Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Key, one.Value.WithoutNulls()))),
            JsonArray list => new JsonArray([.. list.Where(one => one is not null).Select(one => one.WithoutNulls())]),
            _ => node?.DeepClone(),
        };

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

    // JsonNode decodes what it holds only when it is looked at.
    private static void Touch(JsonNode? node)
    {
        if (node is JsonObject form)
            foreach (var (_, value) in form) Touch(value);
        if (node is JsonArray list)
            foreach (var one in list) Touch(one);
        if (node is JsonValue leaf && leaf.GetValueKind() == JsonValueKind.String) leaf.GetValue<string>();
    }

    private static JsonNode? Member(JsonNode? node, string name) =>
        node is JsonObject it && it.TryGetPropertyValue(name, out var member) ? member : null;
}
