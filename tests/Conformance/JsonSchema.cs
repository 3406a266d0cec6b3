using System.Text.Json;

namespace Sitrep.Conformance;

/// <summary>
/// Validates values against a JSON Schema document: draft-07, and the dialect inside OpenAPI 3.0 and 3.1 documents.
/// Source: <see href="https://json-schema.org/draft-07/json-schema-validation"/>. Formats are accepted unread.
/// </summary>
/// <param name="document">A schema, or a document (OpenAPI) with schemas in it. References are resolved inside it.</param>
public sealed class JsonSchema(JsonElement document)
{
    // A schema that only refers to itself says nothing and would be followed for ever.
    private const int Deepest = 256;
    private readonly SchemaReferences _references = new(document);

    /// <summary>Reads a schema document from a file.</summary>
    public static JsonSchema Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return new(document.RootElement.Clone());
    }

    /// <summary>Every violation; none when the value is valid.</summary>
    /// <param name="value">What is judged.</param>
    /// <param name="at">JSON pointer to the schema inside the document; the document itself when empty.</param>
    public IReadOnlyList<Violation> Validate(JsonElement value, string at = "") =>
        Judge(value, _references.At(at), "", 0);

    internal List<Violation> Judge(JsonElement value, JsonElement schema, string path, int depth)
    {
        if (depth > Deepest) throw new InvalidDataException($"The schema refers to itself without end at {path}");
        if (schema.ValueKind == JsonValueKind.True) return [];
        if (schema.ValueKind == JsonValueKind.False) return [new(path, "false", "nothing is allowed here")];
        if (SchemaKeywords.Unchecked(schema) is { } keyword)
            throw new NotSupportedException($"The validator cannot check '{keyword}' at {path}");

        List<Violation> found = [];
        if (schema.TryGetProperty("$ref", out var reference))
            found.AddRange(Judge(value, _references.Follow(reference.GetString()!), path, depth + 1));
        if (IsNullAllowed(value, schema)) return found;

        TypeRules.Apply(value, schema, path, found);
        // What is said about members of an object that is no object would only repeat the first complaint.
        if (found.Count > 0 && found[^1].Rule == "type") return found;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object: ObjectRules.Apply(this, value, schema, path, depth, found); break;
            case JsonValueKind.Array: ArrayRules.Apply(this, value, schema, path, depth, found); break;
            case JsonValueKind.String: StringRules.Apply(value.GetString()!, schema, path, found); break;
            case JsonValueKind.Number: NumberRules.Apply(value, schema, path, found); break;
        }

        Alternatives.Apply(this, value, schema, path, depth, found);
        return found;
    }

    // OpenAPI 3.0's word; in 3.1 and draft-07 null is a type like any other.
    private static bool IsNullAllowed(JsonElement value, JsonElement schema) =>
        value.ValueKind == JsonValueKind.Null
        && schema.TryGetProperty("nullable", out var nullable)
        && nullable.ValueKind == JsonValueKind.True;
}
