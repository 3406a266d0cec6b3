using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Rest;

/// <summary>A forum's tags as Discord keeps them: with ids.</summary>
internal static class ForumTags
{
    public static JsonArray Kept(JsonArray tags, World world) => new([.. tags.OfType<JsonObject>().Select(tag => new JsonObject
    {
        ["id"] = Snowflake.Read(tag.Text("id")) ?? world.Ids.Next(),
        ["name"] = tag.Text("name"),
        ["moderated"] = tag.Flag("moderated"),
        ["emoji_id"] = null,
        ["emoji_name"] = tag.Text("emoji_name"),
    })]);
}
