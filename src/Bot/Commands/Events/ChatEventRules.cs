using Sitrep.Chat.Events;

namespace Sitrep.Commands.Events;

/// <summary>Decides on what happened to a message or a channel. Where no incident is concerned, nothing is said.</summary>
internal static class ChatEventRules
{
    /// <summary>The knowledge that these rules need besides the incident.</summary>
    public const Needs Needs = Commands.Needs.Record | Commands.Needs.LastNumbers;

    /// <summary>Decides.</summary>
    public static Decision Decide(Situation situation, ChatEvent chatEvent) => chatEvent switch
    {
        MessagePicked picked => PickMessage.Decide(situation, picked),
        MessagePointedAt pointed => PickMessage.Decide(situation, pointed),
        MessageUnpicked unpicked => UnpickMessage.Decide(situation, unpicked),
        MessageEdited edited => FollowMessage.Decide(situation, edited),
        MessageDeleted => FollowMessage.Deleted(situation),
        ChannelLost lost => FollowChannel.Decide(situation, lost),
        ChannelRestored => FollowChannel.Restored(situation),
        ChannelRenamed renamed => FollowChannel.Decide(situation, renamed),
        _ => throw new InvalidOperationException($"An event that nobody decides on: {chatEvent.GetType().Name}"),
    };
}
