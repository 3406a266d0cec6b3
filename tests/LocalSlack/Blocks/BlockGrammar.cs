using System.Text.Json.Nodes;
using static Sitrep.LocalSlack.Blocks.ElementGrammar;
using static Sitrep.LocalSlack.Blocks.ObjectGrammar;
using static Sitrep.LocalSlack.Blocks.Rules;

namespace Sitrep.LocalSlack.Blocks;

/// <summary>Blocks. Source: <see href="https://docs.slack.dev/reference/block-kit/blocks"/>.</summary>
public static class BlockGrammar
{
    private static readonly Dictionary<string, Rule> _everywhere = new(StringComparer.Ordinal)
    {
        ["actions"] = Block(("elements!", Items(InActions, 25))),
        ["context"] = Block(("elements!", Items(InContext, 10))),
        ["divider"] = Block(),
        ["header"] = Block(("text!", Plain(150)), ("level", Number)),
        ["image"] = Block(("image_url", Text(3000)), ("alt_text!", Text(2000)), ("title", Plain(2000)), ("slack_file", SlackFile)),
        ["section"] = Either(
            "text",
            "fields",
            Block(("text", PlainOrMarkdown(3000)), ("fields", Items(PlainOrMarkdown(2000), 10)), ("accessory", InSection), ("expand", Flag))
        ),
        ["rich_text"] = Block(("elements!", Items(Anything, 1000, 0))),
        ["video"] = Block(
            ("alt_text!", Text(2000)),
            ("title!", Plain(200)),
            ("thumbnail_url!", Text(3000)),
            ("video_url!", Text(3000)),
            ("author_name", Text(50)),
            ("description", Plain(200)),
            ("provider_icon_url", Text(3000)),
            ("provider_name", Text(255)),
            ("title_url", Text(3000))),
        ["input"] = Block(
            ("label!", Plain(2000)),
            ("element!", InInput),
            ("hint", Plain(2000)),
            ("optional", Flag),
            ("dispatch_action", Flag)),
    };

    private static readonly Dictionary<string, Rule> _inMessages = new(_everywhere, StringComparer.Ordinal)
    {
        ["context_actions"] = Block(("elements!", Items(InContextActions, 5))),
        ["file"] = Block(("external_id!", Text(255)), ("source!", Word("remote"))),
        ["markdown"] = Block(("text!", Text(12_000, 1))),
        ["table"] = Block(("rows!", Items(Items(Anything, 20), 100)), ("column_settings", Items(Anything, 20, 0))),
    };

    /// <summary>A message's blocks.</summary>
    public static Rule InMessage { get; } = Unique(Items(ByType(_inMessages), 50, 0));

    /// <summary>A modal's or home view's blocks.</summary>
    public static Rule InView { get; } = Unique(Items(ByType(_everywhere), 100, 0));

    private static Rule Block(params (string Name, Rule Rule)[] fields) =>
        Shape([("type!", Text(255)), ("block_id", Text(255)), .. fields]);

    private static Rule Either(string one, string other, Rule rule) => (value, at, errors) =>
    {
        if (value[one] is null && value[other] is null) errors.Add($"must define either `{one}` or `{other}` [json-pointer:{at}]");
        rule(value, at, errors);
    };

    // Whoever clicks is answered by these two names, so they must name one thing only.
    private static Rule Unique(Rule rule) => (value, at, errors) =>
    {
        rule(value, at, errors);
        if (value is not JsonArray blocks) return;
        HashSet<string> blockIds = new(StringComparer.Ordinal);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is not JsonObject block) continue;
            if (block["block_id"] is JsonValue id && !blockIds.Add(id.ToString()))
                errors.Add($"`block_id` already exists: {id} [json-pointer:{at}/{i}/block_id]");
            HashSet<string> actionIds = new(StringComparer.Ordinal);
            var elements = block["elements"] as JsonArray ?? [];
            for (var j = 0; j < elements.Count; j++)
                if (elements[j] is JsonObject element && element["action_id"] is JsonValue action && !actionIds.Add(action.ToString()))
                    errors.Add(
                        $"`action_id` \"{action}\" already exists for another element in this block [json-pointer:{at}/{i}/elements/{j}]"
                    );
        }
    };
}
