using System.Text.Json.Nodes;

namespace Sitrep.LocalDiscord.Rest.Forms;

/// <summary>What an embed may hold. Source: Discord's resources/message, "Embed Limits".</summary>
internal static class EmbedLimits
{
    public const int MaxTotal = 6000, MaxFields = 25;

    public static void Check(JsonArray? embeds, string at, FormErrors errors)
    {
        var total = 0;
        for (var i = 0; i < (embeds?.Count ?? 0); i++)
        {
            if (embeds![i] is not JsonObject embed) continue;
            var here = $"{at}.{i}";
            errors.Length(here + ".title", embed.Text("title"), 0, 256);
            errors.Length(here + ".description", embed.Text("description"), 0, 4096);
            errors.Length(here + ".footer.text", embed.Part("footer").Text("text"), 0, 2048);
            errors.Length(here + ".author.name", embed.Part("author").Text("name"), 0, 256);
            errors.Count(here + ".fields", embed.List("fields"), 0, MaxFields);
            CheckFields(embed, here, errors);
            total += Length(embed);
        }

        if (total > MaxTotal) errors.Add(at, "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MaxTotal}");
    }

    /// <summary>As Discord keeps it: a type, and a field's <c>inline</c> spelt out.</summary>
    public static JsonArray Kept(JsonArray embeds)
    {
        var kept = (JsonArray)embeds.WithoutNulls()!;
        foreach (var embed in kept.OfType<JsonObject>())
        {
            embed["type"] = "rich";
            foreach (var field in embed.Parts("fields")) field["inline"] = field.Flag("inline");
        }

        return kept;
    }

    private static void CheckFields(JsonObject embed, string at, FormErrors errors)
    {
        var place = 0;
        foreach (var field in embed.Parts("fields"))
        {
            foreach (var (name, most) in (ReadOnlySpan<(string, int)>)[("name", 256), ("value", 1024)])
            {
                if (string.IsNullOrWhiteSpace(field.Text(name))) errors.Required($"{at}.fields.{place}.{name}");
                errors.Length($"{at}.fields.{place}.{name}", field.Text(name), 0, most);
            }

            place++;
        }
    }

    private static int Length(JsonObject embed)
    {
        string?[] texts =
        [
            embed.Text("title"),
            embed.Text("description"),
            embed.Part("footer").Text("text"),
            embed.Part("author").Text("name"),
            .. embed.Parts("fields").SelectMany(field => new[] { field.Text("name"), field.Text("value") }),
        ];
        return texts.Sum(text => text?.Trim().EnumerateRunes().Count() ?? 0);
    }
}
