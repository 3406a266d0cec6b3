using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sitrep.LocalSlack.Api;

/// <summary>
/// A call's arguments, whether they came as a form (every value a string, structures as JSON inside it) or as JSON.
/// An argument of the wrong type is refused as <c>invalid_arguments</c>.
/// </summary>
public sealed class Arguments(JsonObject values, bool isForm)
{
    /// <summary>As they came.</summary>
    public JsonObject Values { get; } = values;

    /// <summary>Whether every value came as a string.</summary>
    public bool IsForm => isForm;

    public bool Has(string name) => Values[name] is not null;

    /// <summary>A string; null when absent or empty.</summary>
    public string? Text(string name)
    {
        if (Values[name] is not { } value) return null;
        return value.GetValueKind() switch
        {
            JsonValueKind.String => (string)value! is { Length: > 0 } text ? text : null,
            // Slack takes numbers where it expects a ts or a limit, and nothing else.
            JsonValueKind.Number => value.ToJsonString(),
            _ => throw Wrong(name, "must provide a string"),
        };
    }

    public string Required(string name) =>
        Text(name) ?? throw new SlackRefusalException("invalid_arguments", $"missing required field: {name}");

    public bool Flag(string name, bool otherwise = false)
    {
        if (Values[name] is not { } value) return otherwise;
        return value.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when (string)value! is "true" or "1" => true,
            JsonValueKind.String when (string)value! is "false" or "0" or "" => false,
            JsonValueKind.Number => value.ToJsonString() != "0",
            _ => throw Wrong(name, "must provide a boolean"),
        };
    }

    public long? Number(string name) => Text(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw Wrong(name, "must provide a number");

    /// <summary>An array, itself or as JSON in a string; null when absent.</summary>
    public JsonArray? List(string name, string error) => Structure(name, error) switch
    {
        null => null,
        JsonArray array => array,
        _ => throw new SlackRefusalException(error),
    };

    /// <summary>An object, itself or as JSON in a string; null when absent.</summary>
    public JsonObject? Members(string name, string error) => Structure(name, error) switch
    {
        null => null,
        JsonObject found => found,
        _ => throw new SlackRefusalException(error),
    };

    private JsonNode? Structure(string name, string error)
    {
        if (Values[name] is not { } value) return null;
        if (value.GetValueKind() != JsonValueKind.String) return isForm ? throw new SlackRefusalException(error) : value;
        var text = (string)value!;
        if (text.Length == 0) return null;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            throw new SlackRefusalException(error);
        }
    }

    private static SlackRefusalException Wrong(string name, string what) => new("invalid_arguments", $"{what} [json-pointer:/{name}]");
}
