using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.Rest.Forms;

namespace Sitrep.LocalDiscord.People;

/// <summary>A modal's content as it is sent back: the same rows and labels, with values.</summary>
internal static class FilledModal
{
    private const int TextInput = 4;

    public static JsonObject Of(JsonObject modal, IReadOnlyDictionary<string, string> values)
    {
        var inputs = ModalForm.Inputs(modal).Select(input => input.Text("custom_id")!).ToList();
        if (values.Keys.FirstOrDefault(id => !inputs.Contains(id, StringComparer.Ordinal)) is { } unknown)
            throw new NotDoneException($"The form has no {unknown}; it has {string.Join(", ", inputs)}.");
        var next = 1;
        return new()
        {
            ["custom_id"] = modal.Text("custom_id"),
            ["components"] = new JsonArray([.. modal.Parts("components").Select(row => Row(row, values, ref next))]),
        };
    }

    private static JsonObject Row(JsonObject row, IReadOnlyDictionary<string, string> values, ref int next)
    {
        var shape = new JsonObject { ["type"] = row["type"]!.DeepClone(), ["id"] = next++ };
        if (row.Part("component") is { } labelled) shape["component"] = Input(labelled, values, next++);
        if (row.List("components") is { } inner)
        {
            var filled = new JsonArray();
            foreach (var input in inner.OfType<JsonObject>()) filled.Add(Input(input, values, next++));
            shape["components"] = filled;
        }

        return shape;
    }

    private static JsonObject Input(JsonObject input, IReadOnlyDictionary<string, string> values, int id)
    {
        var name = input.Text("custom_id")!;
        var shape = new JsonObject { ["type"] = input["type"]!.DeepClone(), ["id"] = id, ["custom_id"] = name };
        var isRequired = !input.Has("required") || input.Flag("required");
        if (input.Number("type") == TextInput)
        {
            var value = values.GetValueOrDefault(name) ?? input.Text("value") ?? "";
            if (isRequired && value.Length == 0) throw new NotDoneException($"This field is required: {name}");
            // An optional field left empty is not measured.
            if (value.Length > 0
                && (value.Length < (input.Number("min_length") ?? 0) || value.Length > (input.Number("max_length") ?? 4000)))
                throw new NotDoneException($"{name} has the wrong length ({value.Length}).");
            shape["value"] = value;
            return shape;
        }

        var picked = values.TryGetValue(name, out var typed)
            ? typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : Defaults(input);
        shape["values"] = picked.Length == 0 && !isRequired ? [] : MenuPick.Of(input, picked);
        return shape;
    }

    private static string[] Defaults(JsonObject menu) =>
        [.. menu.Parts("options").Where(option => option.Flag("default")).Select(option => option.Text("value")!)];
}
