using System.Text.Json.Nodes;

namespace Sitrep.LocalDiscord.Rest.Forms;

/// <summary>
/// Modals and choices as an answer carries them. Source: Discord's interactions/receiving-and-responding,
/// components/reference.
/// </summary>
internal static class ModalForm
{
    private const int TextInput = 4;

    public static void Check(JsonObject data)
    {
        var errors = new FormErrors();
        foreach (var (name, most) in (ReadOnlySpan<(string, int)>)[("custom_id", 100), ("title", 45)])
        {
            if (data.Text(name) is null) errors.Required("data." + name);
            errors.Length("data." + name, data.Text(name), 1, most);
        }

        var components = data.List("components");
        if (components is null) errors.Required("data.components");
        errors.Count("data.components", components, 1, 5);
        for (var i = 0; i < (components?.Count ?? 0); i++)
        {
            var row = components![i];
            errors.Length($"data.components.{i}.label", row.Text("label"), 1, 45);
            errors.Length($"data.components.{i}.description", row.Text("description"), 0, 100);
            foreach (var input in Inputs(row))
                CheckInput(input, $"data.components.{i}.components.0", errors, isLabelled: row.Number("type") == 18);
        }

        var ids = Inputs(data).Select(input => input.Text("custom_id")).ToList();
        if (ids.Distinct(StringComparer.Ordinal).Count() < ids.Count)
            errors.Add("data.components", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        errors.ThrowIfAny();
    }

    /// <summary>Whatever in the modal takes a value: it has an id of its own.</summary>
    public static IEnumerable<JsonObject> Inputs(JsonNode? modal) =>
        ComponentLimits
            .All(modal is JsonObject { } part && part.Has("type") ? new JsonArray(part.DeepClone()) : modal?["components"])
            .Where(one => one.Text("custom_id") is not null);

    public static void CheckChoices(JsonObject data)
    {
        var errors = new FormErrors();
        if (data.List("choices") is not { } choices) errors.Required("data.choices");
        else
        {
            errors.Count("data.choices", choices, 0, 25);
            for (var i = 0; i < choices.Count; i++)
            {
                errors.Length($"data.choices.{i}.name", choices[i].Text("name"), 1, 100);
                errors.Length($"data.choices.{i}.value", choices[i].Text("value"), 0, 100);
            }
        }

        errors.ThrowIfAny();
    }

    private static void CheckInput(JsonObject input, string at, FormErrors errors, bool isLabelled)
    {
        errors.Length(at + ".custom_id", input.Text("custom_id"), 1, 100);
        if (input.Number("type") != TextInput) return;
        if (!isLabelled && input.Text("label") is null) errors.Required(at + ".label");
        errors.Length(at + ".label", input.Text("label"), 1, 45);
        errors.Length(at + ".placeholder", input.Text("placeholder"), 0, 100);
        errors.Length(at + ".value", input.Text("value"), 0, (int)(input.Number("max_length") ?? 4000));
        if (input.Number("style") is not (1 or 2)) errors.Add(at + ".style", "BASE_TYPE_CHOICES", "Value must be one of {1, 2}.");
    }
}
