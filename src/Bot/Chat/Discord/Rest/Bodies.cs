using System.Text.Json.Serialization;

namespace Sitrep.Chat.Discord.Rest;

/// <summary>A message to be made or changed (docs: resources, "Message", Create Message).</summary>
internal sealed record MessageBody
{
    /// <summary>At most 2,000 characters.</summary>
    public string? Content { get; init; }

    /// <summary>Whom it may ping: nobody but whom the bot itself chose.</summary>
    public AllowedMentions AllowedMentions { get; init; } = new([]);

    /// <summary>The rest that does not fit into the content of an edited message.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>Rows of buttons; empty takes them away.</summary>
    public IReadOnlyList<ActionRow> Components { get; init; } = [];

    /// <summary>Bits: 4 no previews of links, 64 seen by one person alone.</summary>
    public int? Flags { get; init; }

    /// <summary>At most 25 characters. Discord answers a repeat within minutes with the first message.</summary>
    public string? Nonce { get; init; }

    /// <summary>Makes the nonce count.</summary>
    public bool? EnforceNonce { get; init; }

    /// <summary>Files, by the number of their part in the request.</summary>
    public IReadOnlyList<AttachmentBody>? Attachments { get; init; }
}

/// <summary>Whom a message may ping. <c>parse</c> is always empty: what people typed pings nobody.</summary>
internal sealed record AllowedMentions(
    IReadOnlyList<string> Parse,
    IReadOnlyList<string>? Users = null,
    IReadOnlyList<string>? Roles = null);

/// <summary>A box of text, at most 4,096 characters, at most 6,000 in all of a message's.</summary>
internal sealed record Embed(string Description);

/// <summary>A file's number and name.</summary>
internal sealed record AttachmentBody(string Id, string Filename);

/// <summary>A row of at most five buttons.</summary>
internal sealed record ActionRow(IReadOnlyList<ButtonBody> Components, int Type = 1);

/// <summary>A button; its custom id comes back when it is clicked.</summary>
internal sealed record ButtonBody(int Style, string Label, string CustomId, int Type = 2);

/// <summary>A channel to be made (docs: resources, "Guild", Create Guild Channel).</summary>
internal sealed record ChannelBody(
    string Name, int Type, string? Topic = null, string? ParentId = null, IReadOnlyList<OverwriteBody>? PermissionOverwrites = null);

/// <summary>The overwritten rights of a role (0) or a member (1) in a channel.</summary>
internal sealed record OverwriteBody(string Id, int Type, long Allow, long Deny);

/// <summary>The rights of one role or member in an existing channel.</summary>
internal sealed record SeatBody(int Type, long Allow, long Deny);

/// <summary>A thread to be made, with its first message where it is a forum's post.</summary>
internal sealed record ThreadBody(
    string Name, int AutoArchiveDuration, int? Type = null, bool? Invitable = null, MessageBody? Message = null);

/// <summary>A thread is reopened.</summary>
internal sealed record ReopenBody(bool Archived);

/// <summary>A channel gets another topic.</summary>
internal sealed record TopicBody(string Topic);

/// <summary>A conversation with one person.</summary>
internal sealed record DirectBody(string RecipientId);

/// <summary>The API's answers, as far as the bot reads them. Anything else in an answer is left unread.</summary>
internal sealed record ChannelObject(
    string Id,
    int Type = 0,
    string? Name = null,
    string? Topic = null,
    string? ParentId = null,
    string? GuildId = null,
    string? OwnerId = null,
    ThreadMetadata? ThreadMetadata = null,
    IReadOnlyList<OverwriteObject>? PermissionOverwrites = null);

/// <summary>Whether a thread is archived.</summary>
internal sealed record ThreadMetadata(bool Archived = false, bool Locked = false);

/// <summary>A channel's own rights, as bits in text.</summary>
internal sealed record OverwriteObject(string Id, int Type, string Allow, string Deny);

/// <summary>Active threads.</summary>
internal sealed record ThreadList(IReadOnlyList<ChannelObject> Threads);

/// <summary>A nonce, which is text or a number.</summary>
[JsonConverter(typeof(NonceConverter))]
internal sealed record NonceText(string Text);

/// <summary>A user; the display name is what people see where a server has no name of its own for them.</summary>
internal sealed record UserObject(string Id, string Username = "", string? GlobalName = null, bool Bot = false);

/// <summary>A member of a server.</summary>
internal sealed record MemberObject(
    UserObject? User = null,
    string? Nick = null,
    string? Permissions = null,
    IReadOnlyList<string>? Roles = null);

/// <summary>A server.</summary>
internal sealed record GuildObject(string Id, string? Name = null, string? OwnerId = null, IReadOnlyList<RoleObject>? Roles = null);

/// <summary>A role, with its rights as bits in text.</summary>
internal sealed record RoleObject(string Id, string Name, string Permissions);

/// <summary>The application, which is the bot.</summary>
internal sealed record ApplicationObject(string Id, string? Name = null, int Flags = 0);
