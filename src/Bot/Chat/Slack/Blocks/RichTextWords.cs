using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sitrep.Chat.Slack.Blocks;

/// <summary>
/// The words of a rich text block, line by line (docs.slack.dev/reference/block-kit/blocks/rich-text-block). Code keeps its
/// backticks and its spaces; any other style is a look, not a letter.
/// </summary>
internal static class RichTextWords
{
    /// <summary>The lines in Slack's own markup, so that ids are still to be named.</summary>
    /// <param name="block">The block.</param>
    /// <param name="text">The message's <c>text</c>, which says the names of groups where the block holds ids alone.</param>
    public static IEnumerable<string> Of(JsonElement block, string text) =>
        block.Items("elements").SelectMany(part => Part(part, text)).Select(part => part.TrimEnd('\n'));

    private static IEnumerable<string> Part(JsonElement part, string text) => part.Text("type") switch
    {
        "rich_text_list" => part.Items("elements").Select((item, i) => Bullet(part, i) + Inline(item, text)),
        "rich_text_preformatted" => ["```\n" + Inline(part, text).Trim('\n') + "\n```"],
        "rich_text_quote" => [.. Inline(part, text).Split('\n').Select(line => "&gt; " + line)],
        _ => [Inline(part, text)],
    };

    private static string Bullet(JsonElement list, int item) =>
        new string(' ', 2 * Math.Clamp(list.Whole("indent") ?? 0, 0, 8))
        + (list.Text("style") == "ordered"
            ? string.Create(CultureInfo.InvariantCulture, $"{(list.Whole("offset") ?? 0) + item + 1}. ")
            : "• ");

    private static string Inline(JsonElement part, string text) =>
        string.Concat(part.Items("elements").Select(element => Element(element, text)));

    private static string Element(JsonElement element, string text) => element.Text("type") switch
    {
        "text" when element.Member("style")?.Flag("code") == true => $"`{Mrkdwn.Escape(element.Text("text") ?? "")}`",
        "text" => Mrkdwn.Escape(element.Text("text") ?? ""),
        "link" when element.Text("url") is { } url => Link(url, element.Text("text")),
        "user" => $"<@{element.Text("user_id")}>",
        "channel" => $"<#{element.Text("channel_id")}>",
        "usergroup" => Group(element.Text("usergroup_id") ?? "", text),
        "broadcast" => $"@{element.Text("range")}",
        "date" => Date(element),
        "emoji" => Emoji(element),
        "color" => element.Text("value") ?? "",
        _ => Inline(element, text),
    };

    private static string Link(string url, string? label) =>
        $"<{Mrkdwn.Target(url)}{(string.IsNullOrEmpty(label) ? "" : "|" + Mrkdwn.Escape(label))}>";

    // The block holds the group's id alone; the text beside it may say the name.
    private static string Group(string id, string text)
    {
        var mark = $"<!subteam^{id}|";
        var start = text.IndexOf(mark, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf('>', start);
        return end < 0 ? $"{mark}@group {id}>" : text[start..(end + 1)];
    }

    private static string Date(JsonElement date)
    {
        if (date.Text("fallback") is { Length: > 0 } said) return Mrkdwn.Escape(said);
        return date.Member("timestamp") is { ValueKind: JsonValueKind.Number } seconds && seconds.TryGetInt64(out var at)
            ? UnixSeconds.Words(at)
            : "";
    }

    private static string Emoji(JsonElement emoji)
    {
        var letters = new StringBuilder();
        foreach (var code in emoji.Text("unicode")?.Split('-') ?? [])
        {
            if (!int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var point) || !Rune.IsValid(point))
                return $":{emoji.Text("name")}:";
            letters.Append(new Rune(point));
        }

        return letters.Length > 0 ? letters.ToString() : $":{emoji.Text("name")}:";
    }
}
