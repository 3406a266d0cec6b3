using Sitrep.Incidents;

namespace Sitrep.Chat.Events;

/// <summary>A channel that the bot lived in is out of its reach; the loss says how.</summary>
internal sealed record ChannelLost(ChannelRef Channel, Person User, string? EventKey, ChannelLoss Loss)
    : ChatEvent(Channel, User, EventKey);

/// <summary>A channel is within reach again: unarchived, or the bot was let in.</summary>
internal sealed record ChannelRestored(ChannelRef Channel, Person User, string? EventKey) : ChatEvent(Channel, User, EventKey);

/// <summary>A channel got another name, without <c>#</c>.</summary>
internal sealed record ChannelRenamed(ChannelRef Channel, Person User, string? EventKey, string Name) : ChatEvent(Channel, User, EventKey);
