using System.Text.Json.Nodes;
using Sitrep.LocalSlack.Blocks;

namespace Sitrep.LocalSlack.People;

/// <summary>
/// What a person enters into the inputs of a view, in the shapes of <c>view.state.values</c>.
/// Source: <see href="https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload"/>.
/// </summary>
public static class Entry
{
    private static readonly HashSet<string> _buttons = new(StringComparer.Ordinal)
    {
        "button",
        "overflow",
        "workflow_button",
        "image",
        "icon_button",
        "feedback_buttons",
    };

    /// <summary>What a view shows before anybody types: its initial values, and what was typed before where the input remains.</summary>
    public static JsonObject Initial(JsonObject view, JsonObject before)
    {
        var values = new JsonObject();
        foreach (var (block, element) in Inputs(view))
        {
            var (blockId, actionId) = ((string)block["block_id"]!, (string)element["action_id"]!);
            var kept = before[blockId]?[actionId];
            values[blockId] ??= new JsonObject();
            values[blockId]![actionId] = (string?)kept?["type"] == (string?)element["type"] ? kept!.DeepClone() : State(element);
        }

        return values;
    }

    /// <summary>Enters a value, named by the input's <c>action_id</c>, its <c>block_id</c> or its label.</summary>
    /// <param name="value">Text, an option's value, an id; several separated by commas where several may be chosen.</param>
    public static void Fill(JsonObject view, JsonObject entered, string input, string? value)
    {
        var (block, element) = Inputs(view)
            .FirstOrDefault(one =>
                (string?)one.Element["action_id"] == input
                || (string?)one.Block["block_id"] == input
                || (string?)one.Block["label"]?["text"] == input);
        if (element is null)
            throw new KeyNotFoundException(
                $"The view has no input {input}; it has {string.Join(", ", Inputs(view).Select(one => one.Element["action_id"]))}");
        entered[(string)block!["block_id"]!]![(string)element["action_id"]!] = Value(element, value);
    }

    /// <summary>The labels of inputs that must be filled and are not: Slack does not send such a form.</summary>
    public static IReadOnlyList<string> Missing(JsonObject view, JsonObject entered) =>
    [
        .. Inputs(view).Where(one => (string?)one.Block["type"] == "input" && one.Block["optional"]?.GetValue<bool>() != true)
            .Where(one => IsEmpty((JsonObject)entered[(string)one.Block["block_id"]!]![(string)one.Element["action_id"]!]!))
            .Select(one => (string)one.Block["label"]!["text"]!),
    ];

    private static IEnumerable<(JsonObject Block, JsonObject Element)> Inputs(JsonObject view) =>
        from block in ((JsonArray)view["blocks"]!).OfType<JsonObject>()
        from element in SentBlocks.Elements(block)
        where element["action_id"] is not null && !_buttons.Contains((string)element["type"]!)
        select (block, element);

    private static JsonObject State(JsonObject element)
    {
        var initial = element.FirstOrDefault(member => member.Key.StartsWith("initial_", StringComparison.Ordinal)).Value;
        var type = (string)element["type"]!;
        var state = new JsonObject { ["type"] = type };
        var member = Member(type);
        state[member] = initial?.DeepClone()
            ?? (
                member is "selected_options" or "selected_users" or "selected_channels" or "selected_conversations" ? new JsonArray() : null
            );
        return state;
    }

    /// <summary>An element's state with a value chosen.</summary>
    public static JsonObject Value(JsonObject element, string? value)
    {
        var type = (string)element["type"]!;
        var member = Member(type);
        var several = value?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        return new()
        {
            ["type"] = type,
            [member] = member switch
            {
                "selected_option" => value is null ? null : Option(element, value),
                "selected_options" => new JsonArray([.. several.Select(one => (JsonNode)Option(element, one))]),
                "selected_users" or "selected_channels" or "selected_conversations" => new JsonArray([
                    .. several.Select(one => (JsonNode)one),
                ]),
                "selected_date_time" => value is null ? null : long.Parse(value),
                _ => value,
            },
        };
    }

    private static JsonObject Option(JsonObject element, string value)
    {
        var options = (element["options"] as JsonArray ?? [])
            .Concat((element["option_groups"] as JsonArray ?? []).SelectMany(group => (JsonArray)group!["options"]!))
            .OfType<JsonObject>();
        var found = options.FirstOrDefault(option => (string?)option["value"] == value || (string?)option["text"]?["text"] == value);
        return found is not null
            ? (JsonObject)found.DeepClone()
            : throw new KeyNotFoundException($"{element["action_id"]} has no option {value}");
    }

    private static string Member(string type) => type switch
    {
        "static_select" or "external_select" or "radio_buttons" => "selected_option",
        "multi_static_select" or "multi_external_select" or "checkboxes" => "selected_options",
        "users_select" => "selected_user",
        "multi_users_select" => "selected_users",
        "channels_select" => "selected_channel",
        "multi_channels_select" => "selected_channels",
        "conversations_select" => "selected_conversation",
        "multi_conversations_select" => "selected_conversations",
        "datepicker" => "selected_date",
        "timepicker" => "selected_time",
        "datetimepicker" => "selected_date_time",
        "rich_text_input" => "rich_text_value",
        _ => "value",
    };

    private static bool IsEmpty(JsonObject state) => state[Member((string)state["type"]!)] switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        JsonValue value => value.ToString().Length == 0,
        _ => false,
    };
}
