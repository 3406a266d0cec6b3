using System.Text.Json;
using Sitrep.Chat.Slack.Blocks;
using Sitrep.Incidents;

namespace Sitrep.Chat.Slack.Receiving;

/// <summary>What was entered into a modal (docs.slack.dev/reference/interaction-payloads/view-interactions-payload).</summary>
/// <param name="Values">The values by the names of their fields. Picked people stand as <c>@name</c>, joined by commas.</param>
/// <param name="People">Whom the values name.</param>
/// <param name="Groups">The groups that they may name.</param>
internal sealed record FilledForm(IReadOnlyDictionary<string, string> Values, IReadOnlyList<Person> People, IReadOnlyList<Group> Groups)
{
    /// <summary>Reads a submission.</summary>
    public static FilledForm Of(JsonElement payload, SlackPeople people)
    {
        var marked = new Dictionary<string, string>(StringComparer.Ordinal);
        if (payload.Member("view")?.Member("state")?.Member("values") is { ValueKind: JsonValueKind.Object } blocks)
            foreach (var block in blocks.EnumerateObject())
                if (block.Value.ValueKind == JsonValueKind.Object)
                    foreach (var input in block.Value.EnumerateObject()) Add(marked, block.Name, Entered(input.Value).Replace('\0', ' '));
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        // One text, so that two people of one name are told apart wherever they were picked.
        var said = DecodedText.Of(string.Join('\0', marked.Values), people).WithTyped(people);
        foreach (var (key, value) in marked.Keys.Zip(said.Text.Split('\0'))) values[key] = value;
        return new(values, said.People, said.Groups);
    }

    // The names beside a picker belong to its field.
    private static void Add(Dictionary<string, string> values, string block, string value)
    {
        var key = block.EndsWith(ModalView.Names, StringComparison.Ordinal) ? block[..^ModalView.Names.Length] : block;
        var picked = values.GetValueOrDefault(key, "");
        values[key] = picked.Length > 0 && value.Length > 0 ? $"{picked}, {value}" : picked + value;
    }

    private static string Entered(JsonElement input)
    {
        var picked = input.Items("selected_users").Select(id => id.GetString()).OfType<string>().ToList();
        return picked.Count > 0
            ? string.Join(", ", picked.Select(id => Mrkdwn.IsId(id) ? $"<@{id}>" : Mrkdwn.Escape(id)))
            : Mrkdwn.Escape(input.Text("value") ?? input.Text("selected_option", "value") ?? "");
    }
}
