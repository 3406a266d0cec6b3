using System.Text.Json.Nodes;

namespace Sitrep.LocalDiscord.Rest.Forms;

/// <summary>Buttons, menus and their rows. Source: Discord's components/reference.</summary>
internal static class ComponentLimits
{
    private const int Row = 1, Button = 2, StringSelect = 3, TextInput = 4, TextDisplay = 10;

    public static void Check(JsonArray? components, string at, FormErrors errors, bool isV2)
    {
        if (components is null) return;
        if (!isV2)
        {
            errors.Count(at, components, 0, 5);
            for (var i = 0; i < components.Count; i++)
                if (components[i].Number("type") != Row) errors.Add($"{at}.{i}.type", "BASE_TYPE_CHOICES", "Value must be one of (1,).");
        }

        var all = All(components).ToList();
        if (all.Count > 40) errors.Add(at, "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "The total number of components cannot exceed 40");
        CheckEach(components, at, errors);
        var repeated = all.Select(one => one.Text("custom_id"))
            .OfType<string>()
            .GroupBy(id => id, StringComparer.Ordinal)
            .FirstOrDefault(group => group.Count() > 1);
        if (repeated is not null) errors.Add(at, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }

    /// <summary>Every component, those inside others too.</summary>
    public static IEnumerable<JsonObject> All(JsonNode? components)
    {
        foreach (var component in (components as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            yield return component;
            foreach (var inner in All(component["components"])) yield return inner;
            foreach (var inner in (string[])["accessory", "component"])
                if (component.Part(inner) is { } only)
                    foreach (var one in All(new JsonArray(only.DeepClone()))) yield return one;
        }
    }

    public static IEnumerable<string> Texts(JsonNode? components) =>
        All(components).Where(one => one.Number("type") == TextDisplay).Select(one => one.Text("content")).OfType<string>();

    /// <summary>As Discord keeps it: every component numbered.</summary>
    public static JsonArray Kept(JsonArray components)
    {
        var kept = (JsonArray)components.WithoutNulls()!;
        var next = 1;
        Number(kept);
        return kept;

        void Number(JsonNode? list)
        {
            foreach (var component in (list as JsonArray)?.OfType<JsonObject>() ?? [])
            {
                if (component.Number("id") is null or 0) component["id"] = next;
                if (component.Number("type") is StringSelect or (>= 5 and <= 8))
                    foreach (var count in (string[])["min_values", "max_values"]) component[count] = component.Number(count) ?? 1;
                next++;
                Number(component["components"]);
                foreach (var inner in (string[])["accessory", "component"])
                    if (component.Part(inner) is { } only && only.Number("id") is null or 0 && component.Part(inner) is { } unnumbered)
                        unnumbered["id"] = next++;
            }
        }
    }

    private static void CheckEach(JsonArray components, string at, FormErrors errors)
    {
        for (var i = 0; i < components.Count; i++)
        {
            if (components[i] is not JsonObject component) continue;
            var here = $"{at}.{i}";
            errors.Length(here + ".custom_id", component.Text("custom_id"), 1, 100);
            switch (component.Number("type"))
            {
                case Row: CheckRow(component, here, errors); break;
                case Button: CheckButton(component, here, errors); break;
                case StringSelect: errors.Count(here + ".options", component.List("options"), 1, 25); break;
                case TextInput: errors.Length(here + ".label", component.Text("label"), 1, 45); break;
            }

            if (component.List("components") is { } inner) CheckEach(inner, here + ".components", errors);
            if (component.Part("accessory") is { } accessory) CheckEach([accessory.DeepClone()], here + ".accessory", errors);
        }
    }

    private static void CheckRow(JsonObject row, string at, FormErrors errors)
    {
        errors.Count(at + ".components", row.List("components"), 1, 5);
        if (row.List("components") is { Count: > 1 } inner && inner.Any(one => one.Number("type") is not Button))
            errors.Add(at + ".components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
    }

    private static void CheckButton(JsonObject button, string at, FormErrors errors)
    {
        errors.Length(at + ".label", button.Text("label"), 0, 80);
        var isLink = button.Number("style") == 5;
        if (isLink && button.Text("url") is null) errors.Required(at + ".url");
        if (!isLink && button.Text("custom_id") is null) errors.Required(at + ".custom_id");
        if (isLink && button.Text("custom_id") is not null)
            errors.Add(at, "BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE", "A custom id and url cannot both be specified");
        if (string.IsNullOrEmpty(button.Text("label")) && button.Part("emoji") is null)
            errors.Add(at, "BUTTON_COMPONENT_INVALID_EMOJI_AND_LABEL", "A button must have a label or an emoji");
    }
}
