using System.Text.Json.Nodes;
using Sitrep.LocalSlack.Api;
using Sitrep.LocalSlack.Blocks;

namespace Sitrep.LocalSlack.Methods;

/// <summary>What a message says, read from a call and accepted.</summary>
public sealed record MessageContent(string? Text, JsonArray? Blocks, JsonArray? Attachments, JsonObject? Metadata)
{
    private const int LongestText = 40_000;
    private const int MostMetadata = 8_000;

    /// <summary>Slack posts what it cut, and says so.</summary>
    public bool WasTruncated { get; private init; }

    public static MessageContent Read(Arguments arguments)
    {
        var blocks = SentBlocks.ForMessage(arguments.List("blocks", "invalid_blocks_format"));
        var attachments = arguments.List("attachments", "invalid_attachments");
        if (attachments?.Count > 100) throw new SlackRefusalException("too_many_attachments");
        var markdown = arguments.Text("markdown_text");
        var text = arguments.Text("text");
        if (markdown is not null && (text is not null || blocks is not null)) throw new SlackRefusalException("markdown_text_conflict");
        text ??= markdown;
        var isTooLong = text?.Length > LongestText;
        return new(
            isTooLong ? text![..LongestText] : text,
            blocks,
            attachments,
            Meta(arguments.Members("metadata", "invalid_metadata_format")))
        {
            WasTruncated = isTooLong,
        };
    }

    /// <summary>Refuses a message that says nothing.</summary>
    public MessageContent NotEmpty() =>
        Text is null && Blocks is null && (Attachments is null || Attachments.Count == 0)
            ? throw new SlackRefusalException("no_text")
            : this;

    public void Warn(JsonObject answer)
    {
        if (!WasTruncated) return;
        answer["warning"] = "message_truncated";
        answer["response_metadata"] = new JsonObject
        {
            ["warnings"] = new JsonArray("message_truncated"),
            ["messages"] = new JsonArray(
                "[WARN] Your message was truncated but still posted. The `text` field accepts up to 40,000 characters."),
        };
    }

    private static JsonObject? Meta(JsonObject? metadata)
    {
        if (metadata is null || metadata.Count == 0) return metadata;
        if (metadata["event_type"] is not JsonValue || metadata["event_payload"] is not JsonObject)
            throw new SlackRefusalException(
                "invalid_metadata_format",
                "must provide event_type and event_payload [json-pointer:/metadata]");
        if (metadata.ToJsonString().Length > MostMetadata) throw new SlackRefusalException("metadata_too_large");
        return (JsonObject)metadata.DeepClone();
    }
}
