using System.Text.Json.Serialization;
using Sitrep.Chat.Discord.Rest;

namespace Sitrep.Chat.Discord.Gateway;

/// <summary>A reaction that was put or taken away (docs: events, "Gateway Events", Message Reaction Add).</summary>
internal sealed record ReactionObject(
    string UserId,
    string ChannelId,
    string MessageId,
    EmojiObject Emoji,
    string? GuildId = null,
    MemberObject? Member = null);

/// <summary>Reactions that a moderator took away: all of them, or all of one emoji.</summary>
internal sealed record ClearedObject(string ChannelId, string MessageId, string? GuildId = null, EmojiObject? Emoji = null);

/// <summary>A message that was deleted.</summary>
internal sealed record DeletedObject(string Id, string ChannelId, string? GuildId = null);

/// <summary>Messages that were deleted at once.</summary>
internal sealed record ManyDeletedObject(IReadOnlyList<string> Ids, string ChannelId, string? GuildId = null);

/// <summary>A server that came or went; one that is only away will come back by itself.</summary>
internal sealed record GuildPresence(string Id, bool Unavailable = false);

/// <summary>The servers that the bot is in.</summary>
internal sealed record GuildList(IReadOnlyList<GuildPresence>? Guilds = null);

/// <summary>The events, in JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ReactionObject))]
[JsonSerializable(typeof(ClearedObject))]
[JsonSerializable(typeof(MessageObject))]
[JsonSerializable(typeof(DeletedObject))]
[JsonSerializable(typeof(ManyDeletedObject))]
[JsonSerializable(typeof(GuildPresence))]
[JsonSerializable(typeof(GuildList))]
[JsonSerializable(typeof(ChannelObject))]
internal sealed partial class HappeningJson : JsonSerializerContext;
