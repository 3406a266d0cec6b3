using Sitrep.Chat.Discord.Rest;
using Sitrep.Chat.Events;
using Sitrep.Incidents;

namespace Sitrep.Chat.Discord.Rendering;

/// <summary>Discord's users and messages in plain words.</summary>
internal static class MessageObjects
{
    /// <summary>A message, as people read it.</summary>
    public static PickedMessage Of(MessageObject message, NameCache names) => new(
        message.Id,
        PersonOf(message.Author, null),
        message.Timestamp ?? Snowflake.MadeAt(message.Id) ?? default,
        MentionDecoder.Plain(message.Content ?? "", (message.Mentions ?? []).Select(user => PersonOf(user, null)).ToList(), names));

    /// <summary>A user by the name that people of the server see.</summary>
    public static Person PersonOf(UserObject? user, string? nick) =>
        user is null ? Person.Named("somebody") : new(user.Id, nick ?? user.GlobalName ?? (user.Username.Length > 0 ? user.Username : user.Id));
}
