using System.Text.Json;

namespace Sitrep.Conformance.Slack;

/// <summary>
/// Judges what a bot sends to Slack by Slack's own catalogue of methods, the types of its SDK and the limits of Block Kit.
/// </summary>
/// <param name="specs">The documents; see <see cref="PlatformSpecs.Found"/>.</param>
public sealed class SlackSpecs(PlatformSpecs specs)
{
    private const string Types = "schemas-from-types/slack-web-api-arguments.json";
    private readonly SlackBlocks _blocks = new(specs);

    /// <summary>Every violation of one call of a Web API method.</summary>
    /// <param name="method">Like <c>chat.postMessage</c>.</param>
    /// <param name="arguments">As sent, without the token. Arguments of a form go through <see cref="SlackForm"/> first.</param>
    public IReadOnlyList<Violation> Request(string method, JsonElement arguments)
    {
        if (!specs.Json("slack-methods.json").TryGetProperty(method, out var documented))
            return [new("", "method", $"{method} is not documented")];
        List<Violation> found = [];
        var known = documented.GetProperty("args");
        foreach (var argument in arguments.EnumerateObject().Where(argument => !known.TryGetProperty(argument.Name, out _)))
            found.Add(new(Violation.Below("", argument.Name), "argument", $"{method} has no argument '{argument.Name}'"));
        foreach (
            var argument in known
                .EnumerateObject()
                .Where(argument => IsRequired(argument.Value) && !arguments.TryGetProperty(argument.Name, out _)))
            found.Add(new("", "required", $"{method} needs '{argument.Name}'"));
        foreach (var argument in known.EnumerateObject())
            if (arguments.TryGetProperty(argument.Name, out var value)) CheckType(argument.Name, argument.Value, value, found);

        // The types name twenty methods; blocks and views in them are looser than the block schema, which follows.
        var type = TypeOf(method);
        if (specs.Json(Types).GetProperty("definitions").TryGetProperty(type, out _))
            found.AddRange(specs.Schema(Types).Validate(arguments, $"/definitions/{type}"));
        if (arguments.TryGetProperty("view", out var view))
            found.AddRange(_blocks.View(view, "/view"));
        else if (arguments.TryGetProperty("blocks", out _) || arguments.TryGetProperty("text", out _))
            found.AddRange(_blocks.Message(arguments, ""));
        return [.. found.Distinct()];
    }

    /// <summary>Every violation of a message, wherever it goes: an answer to a command, a <c>response_url</c>.</summary>
    public IReadOnlyList<Violation> Message(JsonElement message) => _blocks.Message(message, "");

    /// <summary>Every violation of a view, as in <c>response_action: update</c>.</summary>
    public IReadOnlyList<Violation> View(JsonElement view) => _blocks.View(view, "");

    /// <summary>Whether a method's page, or the page that all methods share, names an error.</summary>
    public bool Documents(string method, string error) =>
        SlackErrors.Everywhere.Contains(error)
        || (
            specs.Json("slack-methods.json").TryGetProperty(method, out var documented)
            && documented.GetProperty("errors").TryGetProperty(error, out _));

    /// <summary>Whether the catalogue has a method.</summary>
    public bool Knows(string method) => specs.Json("slack-methods.json").TryGetProperty(method, out _);

    /// <summary>The scopes of which a bot token needs one; none for a method that needs none.</summary>
    public IReadOnlyList<string> ScopesOf(string method) =>
        specs.Json("slack-methods.json").TryGetProperty(method, out var documented)
        && documented.GetProperty("scopes").TryGetProperty("bot", out var scopes)
            ? [.. scopes.EnumerateArray().Select(scope => scope.GetProperty("name").GetString()!)]
            : [];

    /// <summary>The catalogue's arguments of a method by name, for reading forms.</summary>
    internal JsonElement? ArgumentsOf(string method) =>
        specs.Json("slack-methods.json").TryGetProperty(method, out var documented) ? documented.GetProperty("args") : null;

    private static bool IsRequired(JsonElement argument) =>
        argument.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.True;

    private static void CheckType(string name, JsonElement argument, JsonElement value, List<Violation> found)
    {
        if (!argument.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String) return;
        var fits = type.GetString() switch
        {
            // Ids and lists of ids are strings; blocks of completeUploadExternal are said to be one and are taken as an array.
            "string" => value.ValueKind == JsonValueKind.String || name == "blocks",
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" or "number" => value.ValueKind == JsonValueKind.Number,
            "array" => value.ValueKind == JsonValueKind.Array,
            "object" => value.ValueKind == JsonValueKind.Object,
            _ => true,
        };
        if (!fits) found.Add(new(Violation.Below("", name), "type", $"{value.ValueKind} is not of type {type.GetString()}"));
    }

    // conversations.setTopic is ConversationsSetTopicArguments.
    private static string TypeOf(string method) =>
        string.Concat(method.Split('.').Select(part => char.ToUpperInvariant(part[0]) + part[1..])) + "Arguments";
}
