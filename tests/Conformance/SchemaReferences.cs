using System.Collections.Concurrent;
using System.Text.Json;

namespace Sitrep.Conformance;

/// <summary>Where <c>$ref</c> leads inside one document.</summary>
internal sealed class SchemaReferences(JsonElement document)
{
    private readonly ConcurrentDictionary<string, JsonElement> _followed = new(StringComparer.Ordinal);

    /// <summary>The schema that a reference like <c>#/components/schemas/Message</c> names.</summary>
    public JsonElement Follow(string reference)
    {
        if (!reference.StartsWith('#')) throw new NotSupportedException($"Reference to another document: {reference}");
        // Generators write a name with brackets or spaces percent-encoded, as a URI fragment must be.
        return _followed.GetOrAdd(Uri.UnescapeDataString(reference[1..]), At);
    }

    /// <summary>What a JSON pointer (RFC 6901) names.</summary>
    public JsonElement At(string pointer)
    {
        var here = document;
        foreach (var part in pointer.Split('/').Skip(1))
        {
            var name = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            here = here.ValueKind switch
            {
                JsonValueKind.Object when here.TryGetProperty(name, out var member) => member,
                JsonValueKind.Array when int.TryParse(name, out var index) && index >= 0 && index < here.GetArrayLength() => here[index],
                _ => throw new KeyNotFoundException($"The document has nothing at {pointer} (looking for '{name}')"),
            };
        }

        return here;
    }
}
