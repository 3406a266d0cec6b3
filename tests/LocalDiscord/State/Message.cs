using System.Text.Json.Nodes;

namespace Sitrep.LocalDiscord.State;

/// <summary>Bits of a message's <c>flags</c>.</summary>
[Flags]
public enum MessageFlags
{
    None = 0,
    SuppressEmbeds = 1 << 2,
    HasThread = 1 << 5,
    Ephemeral = 1 << 6,
    Loading = 1 << 7,
    SuppressNotifications = 1 << 12,
    IsComponentsV2 = 1 << 15,
}

/// <summary>A file that was sent with a message.</summary>
public sealed record Attachment(Snowflake Id, string FileName, string ContentType, string? Description, byte[] Content);

/// <summary>One message as Discord keeps it.</summary>
public sealed class Message(Snowflake id, Snowflake channelId, User author)
{
    public Snowflake Id { get; } = id;

    public Snowflake ChannelId { get; } = channelId;

    public User Author { get; } = author;

    /// <summary>
    /// 0 ordinary, 6 "pinned a message", 18 thread created, 19 reply, 20 answer to a slash command, 23 to a context
    /// menu.
    /// </summary>
    public int Type { get; init; }

    public string Content { get; set; } = "";

    public JsonArray Embeds { get; set; } = [];

    public JsonArray Components { get; set; } = [];

    internal List<Attachment> Attachments { get; } = [];

    public MessageFlags Flags { get; set; }

    public JsonNode? Nonce { get; init; }

    public DateTimeOffset SentAt { get; init; }

    public DateTimeOffset? EditedAt { get; set; }

    public DateTimeOffset? PinnedAt { get; set; }

    /// <summary>Who alone sees it.</summary>
    public Snowflake? EphemeralTo { get; init; }

    /// <summary>The interaction it answers, for <c>interaction_metadata</c>.</summary>
    public Interaction? AnswerTo { get; init; }

    public Snowflake? ReplyTo { get; init; }

    /// <summary>Who is named in it: what <c>mentions</c> shows.</summary>
    public Mentions Mentions { get; set; } = Mentions.None;

    /// <summary>Who reacted, by emoji, in the order of the first reaction.</summary>
    internal OrderedDictionary<string, List<Snowflake>> Reactions { get; } = [];
}
