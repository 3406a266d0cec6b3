using System.Text.Json;

namespace Sitrep.Chat.Slack.Blocks;

/// <summary>
/// What a message says, wherever it says it. People write <c>text</c>; the alerts of other apps often say everything in
/// attachments or blocks and leave it empty (docs.slack.dev/messaging).
/// </summary>
internal static class MessageWords
{
    /// <summary>The words in Slack's own markup; empty where there are none.</summary>
    public static string Of(JsonElement message)
    {
        if (message.Text("text") is { } text && !string.IsNullOrWhiteSpace(text)) return text;
        foreach (
            var words in (string[])
                [
                    Joined(message.Items("blocks").SelectMany(Block)),
                    Joined(message.Items("attachments").SelectMany(Attachment)),
                    Files(message),
                ])
            if (words.Length > 0) return words;
        return "";
    }

    private static IEnumerable<string?> Attachment(JsonElement attachment)
    {
        var words = ((string?[])[attachment.Text("pretext"), attachment.Text("title"), attachment.Text("text")])
            .Concat(attachment.Items("fields").Select(field => $"{field.Text("title")}: {field.Text("value")}"))
            .Concat(attachment.Items("blocks").SelectMany(Block)).ToList();
        // The fallback says the same again, for those who see nothing else.
        return words.TrueForAll(string.IsNullOrWhiteSpace) ? [attachment.Text("fallback")] : words;
    }

    private static IEnumerable<string?> Block(JsonElement block) => block.Text("type") switch
    {
        "section" or "header" => [block.Text("text", "text"), .. block.Items("fields").Select(field => field.Text("text"))],
        "context" => block.Items("elements").Select(element => element.Text("text")),
        "image" => [block.Text("title", "text") ?? block.Text("alt_text")],
        "rich_text" => [string.Concat(Rich(block))],
        _ => [],
    };

    private static IEnumerable<string?> Rich(JsonElement element) => element.Text("type") switch
    {
        "text" => [Mrkdwn.Escape(element.Text("text") ?? "")],
        "link" => [Mrkdwn.Escape(element.Text("text") ?? element.Text("url") ?? "")],
        "user" => [$"<@{element.Text("user_id")}>"],
        "channel" => [$"<#{element.Text("channel_id")}>"],
        "broadcast" => [$"@{element.Text("range")}"],
        "emoji" => [$":{element.Text("name")}:"],
        _ => element.Items("elements").SelectMany(Rich),
    };

    private static string Files(JsonElement message) =>
        string.Join(
            ", ",
            message
                .Items("files")
                .Select(file => file.Text("title") ?? file.Text("name"))
                .Where(name => name is not null)
                .Select(name => $"File: {name}"));

    private static string Joined(IEnumerable<string?> words) => string.Join('\n', words.Where(part => !string.IsNullOrWhiteSpace(part)));
}
