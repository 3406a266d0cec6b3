namespace Sitrep.LocalDiscord.State;

/// <summary>What happens to channels whoever does it.</summary>
internal static class Channels
{
    /// <summary>A channel takes its threads with it; a category sets its channels free.</summary>
    public static void Delete(World world, Channel channel)
    {
        foreach (var child in world.Guild.Channels.Values.Where(one => one.ParentId == channel.Id).ToList())
        {
            if (child.IsThread)
            {
                world.Guild.Channels.Remove(child.Id);
                world.Events.ThreadDelete(child);
            }
            else
            {
                child.ParentId = null;
                world.Events.ChannelUpdate(child);
            }
        }

        if (channel.IsThread) world.Events.ThreadDelete(channel);
        else world.Events.ChannelDelete(channel);
        world.Guild.Channels.Remove(channel.Id);
    }
}

/// <summary>What happens to threads whoever does it.</summary>
internal static class Threads
{
    public static void Archive(World world, ThreadMetadata thread, bool archived)
    {
        if (thread.IsArchived == archived) return;
        thread.IsArchived = archived;
        thread.ArchiveChangedAt = world.Now;
        if (!archived) thread.LastActiveAt = world.Now;
    }
}
