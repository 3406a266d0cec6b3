namespace Sitrep.Chat.Discord.Rest;

/// <summary>A message (docs: resources, "Message").</summary>
internal sealed record MessageObject(
    string Id,
    string? ChannelId = null,
    string? GuildId = null,
    UserObject? Author = null,
    string? Content = null,
    DateTimeOffset? Timestamp = null,
    NonceText? Nonce = null,
    string? WebhookId = null,
    IReadOnlyList<UserObject>? Mentions = null,
    IReadOnlyList<AttachmentObject>? Attachments = null,
    IReadOnlyList<EmbedObject>? Embeds = null,
    IReadOnlyList<ComponentObject>? Components = null,
    IReadOnlyList<ReactionCount>? Reactions = null,
    IReadOnlyList<SnapshotObject>? MessageSnapshots = null);

/// <summary>A file of a message.</summary>
internal sealed record AttachmentObject(string Id, string Filename, string? Title = null);

/// <summary>A box of a message: <c>rich</c> where somebody wrote it, otherwise a preview that Discord made of a link.</summary>
internal sealed record EmbedObject(
    string? Type = null,
    string? Title = null,
    string? Description = null,
    EmbedAuthor? Author = null,
    IReadOnlyList<EmbedField>? Fields = null);

/// <summary>Whom a box names as its author.</summary>
internal sealed record EmbedAuthor(string? Name = null);

/// <summary>A field of a box.</summary>
internal sealed record EmbedField(string? Name = null, string? Value = null);

/// <summary>A component; those that show text hold it as their content, others hold components.</summary>
internal sealed record ComponentObject(int Type = 0, string? Content = null, IReadOnlyList<ComponentObject>? Components = null);

/// <summary>How often people reacted with an emoji.</summary>
internal sealed record ReactionCount(EmojiObject? Emoji = null, int Count = 0);

/// <summary>An emoji by its own character.</summary>
internal sealed record EmojiObject(string? Name = null);

/// <summary>A message that was forwarded, as it was then.</summary>
internal sealed record SnapshotObject(SnapshotMessage? Message = null);

/// <summary>What a forwarded message said.</summary>
internal sealed record SnapshotMessage(
    string? Content = null, IReadOnlyList<EmbedObject>? Embeds = null, IReadOnlyList<AttachmentObject>? Attachments = null);
