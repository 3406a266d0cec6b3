using Sitrep.Chat.Discord.Rest;
using Sitrep.Chat.Events;

namespace Sitrep.Chat.Discord.Rendering;

/// <summary>Discord's users and messages in plain words.</summary>
internal static class MessageObjects
{
    /// <summary>A message, as people read it.</summary>
    public static PickedMessage Of(MessageObject message, NameCache names) => new(
        message.Id,
        DiscordPeople.Of(message.Author, null),
        message.Timestamp ?? Snowflake.MadeAt(message.Id) ?? default,
        Words(message, names));

    /// <summary>What a message says, in plain words.</summary>
    public static string Words(MessageObject message, NameCache names) => MentionDecoder.Plain(
        MessageWords.Of(message),
        (message.Mentions ?? []).Select(user => DiscordPeople.Of(user, null)).ToList(),
        names);
}
