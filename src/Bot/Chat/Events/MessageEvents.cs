using Sitrep.Chat.Effects;
using Sitrep.Incidents;

namespace Sitrep.Chat.Events;

/// <summary>Something that happened to a message, by the platform's id of it, unique within its channel.</summary>
internal abstract record MessageEvent(ChannelRef Channel, Person User, string? EventKey, string MessageId)
    : ChatEvent(Channel, User, EventKey)
{
    /// <summary>The message, as records keep it.</summary>
    public SourceMessage Source => new(Channel.Platform, Channel.Id, MessageId);
}

/// <summary>A message was picked for the timeline, and the platform said what it says.</summary>
/// <param name="Channel">The message's channel.</param>
/// <param name="User">Who picked it.</param>
/// <param name="EventKey">The platform's own id of this delivery.</param>
/// <param name="Message">The message.</param>
/// <param name="Way">How it was picked.</param>
/// <param name="Incident">The incident it is for; null for the channel's.</param>
/// <param name="WasRead">True where the bot had to read it first: it counts only while the pick still stands.</param>
internal sealed record MessagePicked(
    ChannelRef Channel,
    Person User,
    string? EventKey,
    PickedMessage Message,
    PickWay Way,
    IncidentId? Incident = null,
    bool WasRead = false) : MessageEvent(Channel, User, EventKey, Message.Id);

/// <summary>
/// A message was picked, and the platform did not say what it says: <see cref="ReadMessage"/> asks. The thread is the id
/// of the message it answers; null where that is not known or it answers none.
/// </summary>
internal sealed record MessagePointedAt(ChannelRef Channel, Person User, string? EventKey, string MessageId, string? Thread, PickWay Way)
    : MessageEvent(Channel, User, EventKey, MessageId);

/// <summary>A pick was taken back: the reaction or the pin was removed.</summary>
internal sealed record MessageUnpicked(ChannelRef Channel, Person User, string? EventKey, string MessageId, PickWay Way)
    : MessageEvent(Channel, User, EventKey, MessageId);

/// <summary>A message was edited; the text is what it says now.</summary>
internal sealed record MessageEdited(ChannelRef Channel, Person User, string? EventKey, string MessageId, string Text)
    : MessageEvent(Channel, User, EventKey, MessageId);

/// <summary>A message was deleted.</summary>
internal sealed record MessageDeleted(ChannelRef Channel, Person User, string? EventKey, string MessageId)
    : MessageEvent(Channel, User, EventKey, MessageId);
