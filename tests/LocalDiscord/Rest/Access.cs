using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Rest;

/// <summary>Finds what a request names, and refuses what its author may not. The author is a user's id, the bot's or a person's.</summary>
internal sealed class Access(World world)
{
    public Permission Of(Channel channel, Snowflake by) => PermissionRules.Of(world.Guild, by, channel);

    /// <summary>10003 where there is none, 50001 where it cannot be seen.</summary>
    public Channel Channel(Snowflake id, Snowflake by, Permission need = Permission.None)
    {
        var channel = world.Find(id) ?? throw Refusal.UnknownChannel;
        var have = Of(channel, by);
        if (!have.HasFlag(Permission.ViewChannel)) throw Refusal.MissingAccess;
        if (!have.HasFlag(need)) throw Refusal.MissingPermissions;
        return channel;
    }

    /// <summary>10008 where there is none, also for an ephemeral one: only its token reaches it.</summary>
    public static Message Message(Channel channel, Snowflake id) =>
        channel.Messages.Find(message => message.Id == id && message.EphemeralTo is null) ?? throw Refusal.UnknownMessage;

    public Guild Guild(Snowflake id) =>
        id == world.Guild.Id && world.Guild.Members.ContainsKey(world.Bot.Id) ? world.Guild : throw Refusal.UnknownGuild;

    /// <summary>What an action inside a thread that sleeps is answered with.</summary>
    public static void Awake(Channel channel)
    {
        if (channel.Thread is { IsArchived: true }) throw Refusal.ArchivedThread;
    }
}
