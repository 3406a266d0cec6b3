using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sitrep.LocalSlack.Api;

namespace Sitrep.LocalSlack.Blocks;

/// <summary>Accepts blocks or refuses them as Slack does, and gives names to what the bot left nameless.</summary>
public static class SentBlocks
{
    // Undocumented; reported from about 13,200 characters on (slackapi/bolt-js#2509), containers included (#2867).
    private const int MostCharacters = 13_200;
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A message's blocks with every <c>block_id</c> and <c>action_id</c> filled in; null when there are none.</summary>
    public static JsonArray? ForMessage(JsonArray? blocks)
    {
        if (blocks is null || blocks.Count == 0) return null;
        Check(BlockGrammar.InMessage, blocks, "invalid_blocks");
        if (blocks.ToJsonString(_plain).Length > MostCharacters) throw new SlackRefusalException("msg_blocks_too_long");
        return Named(blocks);
    }

    /// <summary>A view with its blocks' names filled in.</summary>
    public static JsonObject ForView(JsonObject view)
    {
        if (view.ToJsonString().Length > 250_000) throw new SlackRefusalException("view_too_large");
        Check(ViewGrammar.View, view, "invalid_arguments", "/view");
        var named = (JsonObject)view.DeepClone();
        named["blocks"] = Named((JsonArray)named["blocks"]!);
        return named;
    }

    private static void Check(Rule rule, JsonNode value, string error, string at = "/blocks")
    {
        List<string> errors = [];
        rule(value, at, errors);
        if (errors.Count > 0) throw new SlackRefusalException(error, [.. errors]);
    }

    private static JsonArray Named(JsonArray blocks)
    {
        var named = (JsonArray)blocks.DeepClone();
        var number = 0;
        foreach (var block in named.OfType<JsonObject>())
        {
            block["block_id"] ??= $"b{++number:000}";
            foreach (var element in Elements(block).Where(element => (string?)element["type"] is not ("mrkdwn" or "plain_text" or "image")))
                element["action_id"] ??= $"a{++number:000}";
        }

        return named;
    }

    /// <summary>A block's interactive parts: its elements, its accessory, its input.</summary>
    public static IEnumerable<JsonObject> Elements(JsonObject block)
    {
        if ((string?)block["type"] == "rich_text") return [];
        return ((block["elements"] as JsonArray) ?? []).Append(block["accessory"]).Append(block["element"]).OfType<JsonObject>();
    }
}
