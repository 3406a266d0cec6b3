using Sitrep.LocalDiscord.Rest;
using Sitrep.LocalDiscord.Rest.Forms;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.People;

/// <summary>What the server's owner does in its settings, and what time does to threads.</summary>
public sealed class Administrator
{
    private readonly World _world;

    internal Administrator(World world) => _world = world;

    public Channel AddChannel(string name, ChannelType type = ChannelType.Text, Snowflake? parent = null) => Do(() =>
    {
        var channel = new Channel(_world.Ids.Next(), type, ChannelForm.Name(name, type))
        {
            ParentId = parent,
            Position = _world.Guild.Channels.Count,
        };
        _world.Guild.Channels[channel.Id] = channel;
        _world.Events.ChannelCreate(channel);
        return channel;
    });

    public Channel RenameChannel(Snowflake channel, string name) => Do(() =>
    {
        var found = Find(channel);
        found.Name = ChannelForm.Name(name, found.Type);
        if (found.IsThread) _world.Events.ThreadUpdate(found);
        else _world.Events.ChannelUpdate(found);
        return found;
    });

    public Channel DeleteChannel(Snowflake channel) => Do(() =>
    {
        var found = Find(channel);
        Channels.Delete(_world, found);
        return found;
    });

    public Channel ArchiveThread(Snowflake thread, bool archived = true, bool locked = false) => Do(() =>
    {
        var found = Find(thread);
        if (found.Thread is not { } state) throw new NotDoneException("That is no thread.");
        Threads.Archive(_world, state, archived);
        state.IsLocked = locked;
        _world.Events.ThreadUpdate(found);
        return found;
    });

    /// <summary>Denies something to the bot in one channel.</summary>
    public Channel Deny(Snowflake channel, Permission denied) => Do(() =>
    {
        var found = Find(channel);
        var before = found.Overwrites.GetValueOrDefault(World.BotRoleId) ?? new(World.BotRoleId, 0, Permission.None, Permission.None);
        found.Overwrites[World.BotRoleId] = before with { Allow = before.Allow & ~denied, Deny = before.Deny | denied };
        _world.Events.ChannelUpdate(found);
        return found;
    });

    /// <summary>Gives it back.</summary>
    public Channel Allow(Snowflake channel) => Do(() =>
    {
        var found = Find(channel);
        found.Overwrites.Remove(World.BotRoleId);
        _world.Events.ChannelUpdate(found);
        return found;
    });

    /// <summary>Sets what a role allows in the whole guild.</summary>
    public Role SetRole(Snowflake role, Permission permissions) => Do(() =>
    {
        var found = _world.Guild.Roles.GetValueOrDefault(role) ?? throw new NotDoneException("No such role.");
        found.Permissions = permissions;
        _world.Events.RoleUpdate(found);
        return found;
    });

    public Member Join(string username) => Do(() =>
    {
        var member = new Member(new(_world.Ids.Next(), username, isBot: false), _world.Now);
        _world.Guild.Members[member.User.Id] = member;
        _world.Events.MemberAdd(member);
        return member;
    });

    public Member Rename(Snowflake user, string nick) => Do(() =>
    {
        var member = FindMember(user);
        member.Nick = nick;
        _world.Events.MemberUpdate(member);
        return member;
    });

    public Member Leave(Snowflake user) => Do(() =>
    {
        var member = FindMember(user);
        _world.Guild.Members.Remove(user);
        _world.Events.MemberRemove(member.User);
        return member;
    });

    /// <summary>Throws the bot out of the guild.</summary>
    public bool RemoveBot() => Do(() =>
    {
        if (!_world.Guild.Members.Remove(_world.Bot.Id)) throw new NotDoneException("The bot is not here.");
        _world.Events.GuildDelete();
        return true;
    });

    /// <summary>Opens the invite link: the bot is back, with its role.</summary>
    public bool InviteBot() => Do(() =>
    {
        if (_world.Guild.Members.ContainsKey(_world.Bot.Id)) throw new NotDoneException("The bot is here already.");
        var member = new Member(_world.Bot, _world.Now);
        member.Roles.Add(World.BotRoleId);
        _world.Guild.Members[_world.Bot.Id] = member;
        _world.Events.GuildCreate();
        return true;
    });

    /// <summary>Throws away everything that somebody wrote in a channel, at once.</summary>
    public int Purge(Snowflake channel, Snowflake author) => Do(() =>
    {
        var found = Find(channel);
        var thrown = found.Messages.Where(message => message.Author.Id == author && message.EphemeralTo is null).ToList();
        found.Messages.RemoveAll(thrown.Contains);
        if (thrown.Count > 0) _world.Events.MessageDeleteBulk(thrown, found);
        return thrown.Count;
    });

    /// <summary>Takes all reactions off a message.</summary>
    public Message ClearReactions(Snowflake channel, Snowflake message) => Do(() =>
    {
        var found = Find(channel);
        var cleared = Access.Message(found, message);
        cleared.Reactions.Clear();
        _world.Events.ReactionsCleared(cleared, found);
        return cleared;
    });

    /// <summary>Whether somebody takes messages from people in the guild.</summary>
    public Member AcceptDirectMessages(Snowflake user, bool accepts) => Do(() =>
    {
        var member = FindMember(user);
        member.User.AcceptsDirectMessages = accepts;
        return member;
    });

    private Channel Find(Snowflake id) => _world.Guild.Channels.GetValueOrDefault(id) ?? throw new NotDoneException("No such channel.");

    private Member FindMember(Snowflake id) => _world.Guild.Members.GetValueOrDefault(id) ?? throw new NotDoneException("No such member.");

    private T Do<T>(Func<T> deed)
    {
        lock (_world.Gate) return deed();
    }
}
