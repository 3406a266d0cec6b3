using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.Shapes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Gateway;

/// <summary>What the bot is told over the gateway. Source: Discord's events/gateway-events.</summary>
internal sealed class Events(World world)
{
    public void ChannelCreate(Channel channel) => Place("CHANNEL_CREATE", channel);

    // Also sent when the change took the channel out of the bot's sight: that is how it learns of it.
    public void ChannelUpdate(Channel channel) =>
        world.Sessions.Dispatch("CHANNEL_UPDATE", _ => ChannelShape.Of(channel, world.Guild), isDirect: false);

    public void ChannelDelete(Channel channel) => Place("CHANNEL_DELETE", channel);

    public void ThreadCreate(Channel thread)
    {
        var shape = ChannelShape.Of(thread, world.Guild);
        shape["newly_created"] = true;
        Send("THREAD_CREATE", shape, thread);
    }

    public void ThreadUpdate(Channel thread) => Place("THREAD_UPDATE", thread);

    public void ThreadDelete(Channel thread) => Send("THREAD_DELETE", new()
    {
        ["id"] = thread.Id,
        ["guild_id"] = world.Guild.Id,
        ["parent_id"] = thread.ParentId is { } parent ? (JsonNode)parent : null,
        ["type"] = (int)thread.Type,
    }, thread);

    public void ThreadMember(Channel thread, Snowflake user, bool added) => Send("THREAD_MEMBERS_UPDATE", new()
    {
        ["id"] = thread.Id,
        ["guild_id"] = world.Guild.Id,
        ["member_count"] = thread.Thread!.Members.Count,
        [added ? "added_members" : "removed_member_ids"] = new JsonArray(added ? ThreadMember(thread, user) : user),
    }, thread);

    public void MessageCreate(Message message, Channel channel) => OfMessage("MESSAGE_CREATE", message, channel);

    public void MessageUpdate(Message message, Channel channel) => OfMessage("MESSAGE_UPDATE", message, channel);

    public void MessageDelete(Message message, Channel channel)
    {
        var shape = new JsonObject { ["id"] = message.Id, ["channel_id"] = channel.Id };
        AddGuild(shape, channel);
        Send("MESSAGE_DELETE", shape, channel);
    }

    /// <summary>Many at once, as a moderator's purge or a ban does it.</summary>
    public void MessageDeleteBulk(IReadOnlyList<Message> messages, Channel channel)
    {
        var shape = new JsonObject
        {
            ["ids"] = new JsonArray([.. messages.Select(message => (JsonNode)message.Id)]),
            ["channel_id"] = channel.Id,
        };
        AddGuild(shape, channel);
        Send("MESSAGE_DELETE_BULK", shape, channel);
    }

    /// <summary>The bot was let into the guild.</summary>
    public void GuildCreate() =>
        world.Sessions.Dispatch(
            "GUILD_CREATE",
            intents => GuildShape.Created(world, (intents & Intents.GuildMembers) != 0),
            isDirect: false);

    /// <summary>The bot was thrown out, which an <c>unavailable</c> would deny.</summary>
    public void GuildDelete() => world.Sessions.Dispatch("GUILD_DELETE", _ => new() { ["id"] = world.Guild.Id }, isDirect: false);

    public void PinsUpdate(Channel channel)
    {
        var shape = new JsonObject
        {
            ["channel_id"] = channel.Id,
            ["last_pin_timestamp"] = channel.LastPinAt is { } at ? UserShape.Instant(at) : null,
        };
        AddGuild(shape, channel);
        Send("CHANNEL_PINS_UPDATE", shape, channel);
    }

    public void Reaction(Message message, Channel channel, Snowflake user, string emoji, bool added)
    {
        var shape = new JsonObject
        {
            ["user_id"] = user,
            ["channel_id"] = channel.Id,
            ["message_id"] = message.Id,
            ["emoji"] = MessageShape.Emoji(emoji),
            ["burst"] = false,
            ["type"] = 0,
        };
        AddGuild(shape, channel);
        if (added)
        {
            shape["message_author_id"] = message.Author.Id;
            shape["burst_colors"] = new JsonArray();
            if (world.Guild.Members.TryGetValue(user, out var member)) shape["member"] = UserShape.OfMember(member);
        }

        Send(added ? "MESSAGE_REACTION_ADD" : "MESSAGE_REACTION_REMOVE", shape, channel);
    }

    /// <summary>A moderator took all reactions off a message.</summary>
    public void ReactionsCleared(Message message, Channel channel)
    {
        var shape = new JsonObject { ["channel_id"] = channel.Id, ["message_id"] = message.Id };
        AddGuild(shape, channel);
        Send("MESSAGE_REACTION_REMOVE_ALL", shape, channel);
    }

    public void MemberAdd(Member member) => OfMember("GUILD_MEMBER_ADD", member);

    // A bot hears of its own changes without the members intent.
    public void MemberUpdate(Member member) => OfMember("GUILD_MEMBER_UPDATE", member, member.User.Id == world.Bot.Id);

    public void MemberRemove(User user) =>
        world.Sessions.Dispatch(
            "GUILD_MEMBER_REMOVE",
            _ => new() { ["guild_id"] = world.Guild.Id, ["user"] = UserShape.Of(user) },
            isDirect: false);

    public void RoleUpdate(Role role) =>
        world.Sessions.Dispatch(
            "GUILD_ROLE_UPDATE",
            _ => new() { ["guild_id"] = world.Guild.Id, ["role"] = UserShape.OfRole(role) },
            isDirect: false);

    public void Interaction(Interaction interaction) =>
        world.Sessions.Dispatch("INTERACTION_CREATE", _ => InteractionShape.Of(interaction, world), isDirect: false);

    private void OfMember(string type, Member member, bool always = false) => world.Sessions.Dispatch(type, _ =>
    {
        var shape = UserShape.OfMember(member);
        shape["guild_id"] = world.Guild.Id;
        return shape;
    }, isDirect: false, always);

    private void Place(string type, Channel channel) => Send(type, ChannelShape.Of(channel, world.Guild), channel);

    private JsonObject ThreadMember(Channel thread, Snowflake user)
    {
        var shape = ChannelShape.ThreadMember(thread, user, world.Now);
        if (world.Guild.Members.TryGetValue(user, out var member)) shape["member"] = UserShape.OfMember(member);
        shape["presence"] = null;
        return shape;
    }

    private void OfMessage(string type, Message message, Channel channel)
    {
        // Only the person sees it, and the bot has its id from the answer.
        if (message.EphemeralTo is not null) return;
        var isOwn = message.Author.Id == world.Bot.Id || message.Mentions.Users.Contains(world.Bot.Id) || channel.Recipient is not null;
        if (!CanSee(channel)) return;
        world.Sessions.Dispatch(type, intents =>
        {
            var shape = MessageShape.Of(message, world);
            if (!isOwn && (intents & Intents.MessageContent) == 0) MessageShape.Blank(shape);
            AddGuild(shape, channel);
            if (channel.Recipient is null && world.Guild.Members.TryGetValue(message.Author.Id, out var member))
                shape["member"] = UserShape.OfMember(member, withUser: false);
            return shape;
        }, channel.Recipient is not null);
    }

    private void Send(string type, JsonObject data, Channel channel)
    {
        if (CanSee(channel)) world.Sessions.Dispatch(type, _ => (JsonObject)data.DeepClone(), channel.Recipient is not null);
    }

    private bool CanSee(Channel channel) => PermissionRules.Of(world.Guild, world.Bot.Id, channel).HasFlag(Permission.ViewChannel);

    private void AddGuild(JsonObject shape, Channel channel)
    {
        if (channel.Recipient is null) shape["guild_id"] = world.Guild.Id;
    }
}
