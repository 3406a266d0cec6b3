using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sitrep.Conformance;

namespace Sitrep.LocalDiscord.Specs;

/// <summary>Discord's own schemas, where they lie beside the repository; where they do not, nothing is ever found wrong.</summary>
internal static class Schemas
{
    private const string OpenApi = "discord-openapi/openapi.full.json", Types = "schemas-from-types/discord-";

    private static readonly Lazy<FrozenDictionary<string, string>> _dispatches = new(ReadDispatches);

    public static bool ArePresent => PlatformSpecs.Found is not null;

    /// <summary>What a request's body breaks.</summary>
    /// <param name="template">Like <c>/channels/{channel_id}</c>.</param>
    public static IReadOnlyList<Violation> Request(string method, string template, JsonNode? body)
    {
        if (Operation(method, template) is not { } operation || !operation.Element.TryGetProperty("requestBody", out _)) return [];
        return Validate(OpenApi, WithNumbers(body), operation.Pointer + "/requestBody/content/application~1json/schema");
    }

    /// <summary>What an answer of ours breaks; an undocumented status breaks the whole.</summary>
    public static IReadOnlyList<Violation> Answer(string method, string template, int status, JsonNode? body)
    {
        if (status == 429) return Validate(OpenApi, body, "/components/schemas/RatelimitedResponse");
        // Its ErrorResponse wants numbers for the codes in the tree, where Discord's reference and practice have names.
        if (status >= 400) return Validate(OpenApi, body, "/components/schemas/Error");
        if (Operation(method, template) is not { } operation) return [];
        if (!operation.Element.GetProperty("responses").TryGetProperty(status.ToString(), out var answer))
            return [new("", "status", $"{status} is not documented")];
        return answer.TryGetProperty("content", out _)
            ? Validate(OpenApi, body, $"{operation.Pointer}/responses/{status}/content/application~1json/schema")
            : [];
    }

    /// <summary>What a frame that a client sent breaks.</summary>
    public static IReadOnlyList<Violation> SentFrame(JsonObject frame, int op) => op switch
    {
        1 => Validate(Types + "Heartbeat.json", frame),
        2 => Validate(Types + "Identify.json", frame),
        6 => Validate(Types + "Resume.json", frame),
        _ => Validate(Types + "Send.json", frame),
    };

    /// <summary>What a frame of ours breaks.</summary>
    public static IReadOnlyList<Violation> ReceivedFrame(JsonObject frame)
    {
        if ((int)frame["op"]! != 0) return Validate(Types + "Receive.json", frame);
        if (PlatformSpecs.Found is null) return [];
        var type = (string)frame["t"]!;
        if (!_dispatches.Value.TryGetValue(type, out var pointer)) return [new("/t", "unknown", $"{type} is not an event")];
        return [.. Validate(Types + "Receive.json", frame, pointer).Where(violation => !IsGenerated(violation))];
    }

    // Two things the generator of these schemas made of the types: a bit field with one named bit may only be that bit,
    // and a thread's type, a union of enum members, may be nothing at all.
    private static bool IsGenerated(Violation violation) =>
        (violation.Rule == "const" && violation.Path.EndsWith("/flags", StringComparison.Ordinal))
        || (
            violation.Rule == "enum"
            && violation.Path.EndsWith("/type", StringComparison.Ordinal)
            && violation.Message.Contains("[]", StringComparison.Ordinal));

    // The document says integer where the prose says string for permission bits, and string where the prose says number
    // for the place of an attachment; Discord takes both.
    private static JsonNode? WithNumbers(JsonNode? body)
    {
        var copy = body?.DeepClone();
        Walk(copy);
        return copy;

        static void Walk(JsonNode? node)
        {
            if (node is JsonArray list)
                foreach (var one in list) Walk(one);
            if (node is not JsonObject form) return;
            foreach (var name in (string[])["allow", "deny", "default_member_permissions"])
                if (long.TryParse(form.Text(name), out var bits)) form[name] = bits;
            foreach (var attachment in form.Parts("attachments"))
                if (attachment.Number("id") is { } place) attachment["id"] = place.ToString();
            foreach (var member in form.ToList()) Walk(member.Value);
        }
    }

    private static (JsonElement Element, string Pointer)? Operation(string method, string template)
    {
        if (PlatformSpecs.Found is not { } specs) return null;
        var verb = method.ToLowerInvariant();
        return
            specs.Json(OpenApi).GetProperty("paths").TryGetProperty(template, out var path) && path.TryGetProperty(verb, out var operation)
            ? (operation, $"/paths/{template.Replace("/", "~1", StringComparison.Ordinal)}/{verb}")
            : null;
    }

    private static IReadOnlyList<Violation> Validate(string file, JsonNode? value, string pointer = "")
    {
        if (PlatformSpecs.Found is not { } specs) return [];
        using var document = JsonDocument.Parse(value?.ToJsonString() ?? "null");
        return specs.Schema(file).Validate(document.RootElement, pointer);
    }

    // Each dispatch is a definition with a fixed t.
    private static FrozenDictionary<string, string> ReadDispatches()
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        foreach (var definition in PlatformSpecs.Found!.Json(Types + "Receive.json").GetProperty("definitions").EnumerateObject())
            if (definition.Value.TryGetProperty("properties", out var properties)
                && properties.TryGetProperty("t", out var type)
                && type.TryGetProperty("const", out var name)
                && name.ValueKind == JsonValueKind.String)
                found[name.GetString()!] =
                    "/definitions/"
                    + definition.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
