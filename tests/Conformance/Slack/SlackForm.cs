using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sitrep.Conformance.Slack;

/// <summary>A form carries every argument as a string; this gives each the type its method's page says.</summary>
public static class SlackForm
{
    private static readonly HashSet<string> _structured = new(StringComparer.Ordinal)
    {
        "blocks",
        "attachments",
        "metadata",
        "view",
        "files",
        "unfurls",
        "unfurled_attachments",
        "file_ids",
    };

    /// <summary>The arguments as JSON; one that cannot be read as what it should be stays a string, for the judge to find.</summary>
    public static JsonElement Read(SlackSpecs specs, string method, IEnumerable<KeyValuePair<string, string>> form)
    {
        var known = specs.ArgumentsOf(method);
        var arguments = new JsonObject();
        foreach (var (name, value) in form.Where(field => field.Key != "token"))
        {
            var type =
                known?.TryGetProperty(name, out var argument) == true && argument.TryGetProperty("type", out var said)
                    ? said.GetString()
                    : null;
            arguments[name] = Typed(name, type, value);
        }

        return JsonSerializer.SerializeToElement(arguments);
    }

    private static JsonNode? Typed(string name, string? type, string value)
    {
        if (_structured.Contains(name) || type is "array" or "object")
        {
            try
            {
                return JsonNode.Parse(value);
            }
            catch (JsonException)
            {
                return value;
            }
        }

        return type switch
        {
            "boolean" when value is "true" or "1" => true,
            "boolean" when value is "false" or "0" => false,
            "integer" or "number" when decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
            _ => value,
        };
    }
}
