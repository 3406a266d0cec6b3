using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Rest.Forms;

/// <summary>A forum's tags as Discord keeps them: with ids.</summary>
internal static class ForumTags
{
    /// <summary>The ids that a post carries; 10087 where the forum has no such tag.</summary>
    public static JsonArray Applied(JsonArray tags, Channel? forum)
    {
        var known = forum?.Tags.Select(tag => tag.Text("id")).ToList() ?? [];
        var applied = tags.Where(tag => tag is not null).Select(tag => tag!.ToString()).ToList();
        return applied.TrueForAll(known.Contains) ? new([.. applied.Select(id => (JsonNode)id)]) : throw Refusal.UnknownTag;
    }

    public static JsonArray Kept(JsonArray tags, World world) => new([.. tags.OfType<JsonObject>().Select(tag => new JsonObject
    {
        ["id"] = Snowflake.Read(tag.Text("id")) ?? world.Ids.Next(),
        ["name"] = tag.Text("name"),
        ["moderated"] = tag.Flag("moderated"),
        ["emoji_id"] = null,
        ["emoji_name"] = tag.Text("emoji_name"),
    })]);
}
