using System.Text.Json.Serialization;
using Sitrep.Chat.Discord.Rest;

namespace Sitrep.Chat.Discord.Gateway;

/// <summary>A reaction that was put or taken away (docs: events, "Gateway Events", Message Reaction Add).</summary>
internal sealed record ReactionObject(string UserId, string ChannelId, string MessageId, EmojiObject Emoji, string? GuildId = null, MemberObject? Member = null);

/// <summary>An emoji by its own character.</summary>
internal sealed record EmojiObject(string? Name = null);

/// <summary>A message that was edited, as far as it is told.</summary>
internal sealed record EditedObject(
    string Id, string ChannelId, string? GuildId = null, string? Content = null, UserObject? Author = null, IReadOnlyList<UserObject>? Mentions = null, string? EditedTimestamp = null);

/// <summary>A message that was deleted.</summary>
internal sealed record DeletedObject(string Id, string ChannelId, string? GuildId = null);

/// <summary>What happens, in JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ReactionObject))]
[JsonSerializable(typeof(EditedObject))]
[JsonSerializable(typeof(DeletedObject))]
[JsonSerializable(typeof(ChannelObject))]
internal sealed partial class HappeningJson : JsonSerializerContext;
