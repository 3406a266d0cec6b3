using System.Text.Json;

namespace Sitrep.Chat.Slack.Blocks;

/// <summary>
/// What a message says, as people see it. Where there are blocks Slack shows these, and <c>text</c> is only for
/// notifications; attachments and files stand below (docs.slack.dev/messaging).
/// </summary>
internal static class MessageWords
{
    /// <summary>The words in Slack's own markup; empty where there are none.</summary>
    public static string Of(JsonElement message)
    {
        var text = message.Text("text") ?? "";
        var blocks = IsRepeated(message, text) ? "" : Joined(message.Items("blocks").SelectMany(block => Block(block, text)));
        var attachments = message.Items("attachments").ToList();
        // A preview repeats what a link leads to; a message that was shared with nothing beside it is what was said.
        var own = attachments.Where(attachment => !IsPreview(attachment)).ToList();
        var words = Joined([blocks.Length > 0 ? blocks : text, .. own.SelectMany(Attachment), .. Files(message)]);
        return words.Length > 0 ? words : Joined(attachments.SelectMany(Attachment));
    }

    // A block that holds the text to the letter holds it with its escapes and marks: both say the same, and the text says which is which.
    private static bool IsRepeated(JsonElement message, string text) =>
        text.Length > 0 && message.Items("blocks").SelectMany(block => block.Items("elements")).SelectMany(part => part.Items("elements")).ToList()
            is [var only] && only.Text("text") == text;

    private static bool IsPreview(JsonElement attachment) =>
        attachment.Text("from_url") is not null || attachment.Text("original_url") is not null;

    private static IEnumerable<string?> Attachment(JsonElement attachment)
    {
        var words = ((string?[])[attachment.Text("pretext"), attachment.Text("title"), attachment.Text("text")])
            .Concat(attachment.Items("fields").Select(Field))
            .Concat(attachment.Items("blocks").SelectMany(block => Block(block, ""))).ToList();
        // The fallback says the same again, for those who see nothing else.
        return words.TrueForAll(string.IsNullOrWhiteSpace) ? [attachment.Text("fallback")] : words;
    }

    private static string? Field(JsonElement field) => (field.Text("title"), field.Text("value")) switch
    {
        ({ Length: > 0 } title, { Length: > 0 } value) => $"{title}: {value}",
        (var title, var value) => string.IsNullOrEmpty(title) ? value : title,
    };

    private static IEnumerable<string?> Block(JsonElement block, string text) => block.Text("type") switch
    {
        "section" or "header" => [block.Text("text", "text"), .. block.Items("fields").Select(field => field.Text("text"))],
        "context" => block.Items("elements").Select(element => element.Text("text")),
        "image" or "video" => [block.Text("title", "text") ?? block.Text("alt_text")],
        "markdown" => [Mrkdwn.Escape(block.Text("text") ?? "")],
        "table" when block.Member("rows") is { ValueKind: JsonValueKind.Array } rows => rows.EnumerateArray().Select(row => Row(row, text)),
        "rich_text" => RichTextWords.Of(block, text),
        _ => [],
    };

    private static string? Row(JsonElement row, string text) => row.ValueKind != JsonValueKind.Array
        ? null
        : string.Join(
            " | ",
            row.EnumerateArray().Select(cell =>
                cell.Text("type") == "rich_text" ? string.Join(' ', RichTextWords.Of(cell, text)) : Mrkdwn.Escape(cell.Text("text") ?? "")));

    private static IEnumerable<string?> Files(JsonElement message) =>
        message
            .Items("files")
            .Select(file => file.Text("title") is { Length: > 0 } title ? title : file.Text("name"))
            .Where(name => !string.IsNullOrEmpty(name))
            .Select(name => $"File: {Mrkdwn.Escape(name!)}");

    private static string Joined(IEnumerable<string?> words) => string.Join('\n', words.Where(part => !string.IsNullOrWhiteSpace(part)));
}
