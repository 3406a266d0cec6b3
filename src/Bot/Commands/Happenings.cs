using Sitrep.Chat;

namespace Sitrep.Commands;

/// <summary>Decides on what happened to a message or a channel. Where no incident is concerned, nothing is said.</summary>
internal static class Happenings
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Situation now, ChatEvent happened) => happened switch
    {
        MessagePicked picked => PickMessage.Decide(now, picked),
        MessagePointedAt pointed => PickMessage.Decide(now, pointed),
        MessageUnpicked unpicked => UnpickMessage.Decide(now, unpicked),
        MessageEdited edited => FollowMessage.Decide(now, edited),
        MessageDeleted => FollowMessage.Deleted(now),
        ChannelLost lost => FollowChannel.Decide(now, lost),
        ChannelRestored => FollowChannel.Restored(now),
        ChannelRenamed renamed => FollowChannel.Decide(now, renamed),
        _ => throw new InvalidOperationException($"An event that nobody decides on: {happened.GetType().Name}"),
    };
}
