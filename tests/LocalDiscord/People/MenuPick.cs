using System.Text.Json.Nodes;

namespace Sitrep.LocalDiscord.People;

/// <summary>What was picked from a select menu.</summary>
internal static class MenuPick
{
    public static JsonArray Of(JsonObject menu, IReadOnlyList<string> values)
    {
        var least = menu.Number("min_values") ?? 1;
        var most = menu.Number("max_values") ?? 1;
        if (values.Count < least || values.Count > most) throw new NotDoneException($"Pick {least} to {most}.");
        var offered = menu.Parts("options").ToList();
        return new([
            .. values.Select(value =>
                (JsonNode?)(
                    offered.Count == 0
                        ? value
                        : (
                            offered.Find(option => option.Text("value") == value || option.Text("label") == value)
                            ?? throw new NotDoneException($"The menu has no {value}.")).Text("value"))),
        ]);
    }
}
