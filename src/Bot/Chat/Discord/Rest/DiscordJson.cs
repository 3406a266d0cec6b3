using System.Text.Json.Serialization;

namespace Sitrep.Chat.Discord.Rest;

/// <summary>How Discord's objects look in JSON. Generated at build time: no reflection at start.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(ChannelBody))]
[JsonSerializable(typeof(ThreadBody))]
[JsonSerializable(typeof(SeatBody))]
[JsonSerializable(typeof(ReopenBody))]
[JsonSerializable(typeof(TopicBody))]
[JsonSerializable(typeof(DirectBody))]
[JsonSerializable(typeof(IReadOnlyList<ChannelObject>))]
[JsonSerializable(typeof(IReadOnlyList<MessageObject>))]
[JsonSerializable(typeof(IReadOnlyList<MemberObject>))]
[JsonSerializable(typeof(IReadOnlyList<UserObject>))]
[JsonSerializable(typeof(IReadOnlyList<GuildObject>))]
[JsonSerializable(typeof(IReadOnlyList<RoleObject>))]
[JsonSerializable(typeof(ThreadList))]
[JsonSerializable(typeof(ApplicationObject))]
internal sealed partial class DiscordJson : JsonSerializerContext;
