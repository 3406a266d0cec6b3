using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sitrep.Conformance.Slack;

/// <summary>Every length and count of Block Kit, as the SDK's classes state them.</summary>
/// <param name="limits">The content of <c>slack-blockkit-limits.json</c>.</param>
internal sealed class SlackLimits(JsonElement limits)
{
    // Stated nowhere but in reports: about 13,200 characters of blocks are too many (slackapi/bolt-js#2509).
    private const int MostCharactersOfBlocks = 13_000;

    // In the reference and not in the SDK's classes.
    private const int LongestField = 2000;
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // By the type a block or element names: the member, the class that limits it, the limit's name.
    private static readonly Dictionary<string, (string Member, string Class, string Limit)[]> _byType = new(StringComparer.Ordinal)
    {
        ["section"] = [("text", "SectionBlock", "text_max_length"), ("fields", "SectionBlock", "fields_max_length")],
        ["header"] = [("text", "HeaderBlock", "text_max_length")],
        ["actions"] = [("elements", "ActionsBlock", "elements_max_length")],
        ["context"] = [("elements", "ContextBlock", "elements_max_length")],
        ["context_actions"] = [("elements", "ContextActionsBlock", "elements_max_length")],
        ["carousel"] = [("elements", "CarouselBlock", "elements_max_length")],
        ["image"] =
        [
            ("image_url", "ImageBlock", "image_url_max_length"),
            ("alt_text", "ImageBlock", "alt_text_max_length"),
            ("title", "ImageBlock", "title_max_length"),
        ],
        ["input"] = [("label", "InputBlock", "label_max_length"), ("hint", "InputBlock", "hint_max_length")],
        ["markdown"] = [("text", "MarkdownBlock", "text_max_length")],
        ["video"] = [("title", "VideoBlock", "title_max_length"), ("author_name", "VideoBlock", "author_name_max_length")],
        ["card"] =
        [
            ("title", "CardBlock", "title_max_length"),
            ("subtitle", "CardBlock", "subtitle_max_length"),
            ("body", "CardBlock", "body_max_length"),
        ],
        ["button"] =
        [
            ("text", "ButtonElement", "text_max_length"),
            ("url", "ButtonElement", "url_max_length"),
            ("value", "ButtonElement", "value_max_length"),
        ],
        ["overflow"] = [("options", "OverflowMenuElement", "options_max_length")],
        ["static_select"] =
        [
            ("options", "StaticSelectElement", "options_max_length"),
            ("option_groups", "StaticSelectElement", "option_groups_max_length"),
        ],
        ["multi_static_select"] =
        [
            ("options", "StaticMultiSelectElement", "options_max_length"),
            ("option_groups", "StaticMultiSelectElement", "option_groups_max_length"),
        ],
    };

    public void Message(JsonElement message, string path, List<Violation> found)
    {
        if (message.TryGetProperty("text", out var text)) Check(text, path + "/text", "_message", "text_hard_truncate", found);
        if (message.TryGetProperty("attachments", out var attachments))
            Check(attachments, path + "/attachments", "Message", "attachments_max_length", found);
        if (!message.TryGetProperty("blocks", out var blocks)) return;
        Check(blocks, path + "/blocks", "_message", "blocks_max", found);
        var characters = JsonSerializer.Serialize(blocks, _plain).Length;
        if (characters > MostCharactersOfBlocks)
            found.Add(
                new(path + "/blocks", "msg_blocks_too_long", $"{characters} characters of blocks, more than {MostCharactersOfBlocks}"));
    }

    public void View(JsonElement view, string path, List<Violation> found)
    {
        foreach (var member in new[] { "title", "close", "submit", "private_metadata", "callback_id", "blocks" })
            if (view.TryGetProperty(member, out var value)) Check(value, $"{path}/{member}", "View", $"{member}_max_length", found);
    }

    /// <summary>Blocks and all that is in them.</summary>
    public void Blocks(JsonElement blocks, string path, List<Violation> found)
    {
        Walk(blocks, path, found);
        Unique(blocks, "block_id", path, found);
        for (var i = 0; i < blocks.GetArrayLength(); i++)
            if (blocks[i].ValueKind == JsonValueKind.Object && blocks[i].TryGetProperty("elements", out var elements))
                Unique(elements, "action_id", $"{path}/{i}/elements", found);
    }

    private void Walk(JsonElement value, string path, List<Violation> found)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            for (var i = 0; i < value.GetArrayLength(); i++) Walk(value[i], $"{path}/{i}", found);
            return;
        }

        if (value.ValueKind != JsonValueKind.Object) return;
        var type = value.TryGetProperty("type", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString()! : "";
        foreach (var (member, limitedBy, limit) in _byType.GetValueOrDefault(type, []))
            if (value.TryGetProperty(member, out var part)) Check(part, $"{path}/{member}", limitedBy, limit, found);
        if (type == "section" && value.TryGetProperty("fields", out var fields) && fields.ValueKind == JsonValueKind.Array)
            for (var i = 0; i < fields.GetArrayLength(); i++) Check(fields[i], $"{path}/fields/{i}", LongestField, "fields", found);
        Anywhere(value, path, found);
        foreach (var member in value.EnumerateObject()) Walk(member.Value, Violation.Below(path, member.Name), found);
    }

    // What may stand in any block or element, and the objects that name no type.
    private void Anywhere(JsonElement value, string path, List<Violation> found)
    {
        foreach (var member in value.EnumerateObject())
        {
            var below = $"{path}/{member.Name}";
            switch (member.Name)
            {
                case "block_id": Check(member.Value, below, "Block", "block_id_max_length", found); break;
                case "action_id": Check(member.Value, below, "InteractiveElement", "action_id_max_length", found); break;
                case "placeholder": Check(member.Value, below, "InputInteractiveElement", "placeholder_max_length", found); break;
                case "confirm" when member.Value.ValueKind == JsonValueKind.Object && member.Value.TryGetProperty("deny", out _):
                    foreach (var part in new[] { "title", "text", "confirm", "deny" })
                        if (member.Value.TryGetProperty(part, out var words))
                            Check(words, $"{below}/{part}", "ConfirmObject", $"{part}_max_length", found);
                    break;
                case "options" or "initial_options" when member.Value.ValueKind == JsonValueKind.Array:
                    for (var i = 0; i < member.Value.GetArrayLength(); i++) Option(member.Value[i], $"{below}/{i}", found);
                    break;
                case "option_groups" when member.Value.ValueKind == JsonValueKind.Array:
                    for (var i = 0; i < member.Value.GetArrayLength(); i++)
                        if (member.Value[i].TryGetProperty("label", out var label))
                            Check(label, $"{below}/{i}/label", "OptionGroup", "label_max_length", found);
                    break;
                case "positive_button" or "negative_button":
                    if (member.Value.TryGetProperty("text", out var said))
                        Check(said, $"{below}/text", "FeedbackButtonObject", "text_max_length", found);
                    break;
            }
        }
    }

    private void Option(JsonElement option, string path, List<Violation> found)
    {
        if (option.ValueKind != JsonValueKind.Object) return;
        if (option.TryGetProperty("text", out var text)) Check(text, $"{path}/text", "Option", "label_max_length", found);
        if (option.TryGetProperty("value", out var value)) Check(value, $"{path}/value", "Option", "value_max_length", found);
    }

    private static void Unique(JsonElement items, string name, string path, List<Violation> found)
    {
        if (items.ValueKind != JsonValueKind.Array) return;
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (var i = 0; i < items.GetArrayLength(); i++)
            if (items[i].ValueKind == JsonValueKind.Object && items[i].TryGetProperty(name, out var id) && !seen.Add(id.ToString()))
                found.Add(new($"{path}/{i}/{name}", "unique", $"{name} '{id}' is there twice"));
    }

    private void Check(JsonElement value, string path, string limitedBy, string limit, List<Violation> found) =>
        Check(value, path, limits.GetProperty(limitedBy).GetProperty(limit).GetInt32(), $"{limitedBy}.{limit}", found);

    private static void Check(JsonElement value, string path, int most, string rule, List<Violation> found)
    {
        var length = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Length,
            JsonValueKind.Array => value.GetArrayLength(),
            JsonValueKind.Object when value.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String =>
                text.GetString()!.Length,
            _ => 0,
        };
        if (length > most) found.Add(new(path, rule, $"{length} is more than {most}"));
    }
}
