using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.Rest.Forms;
using Sitrep.LocalDiscord.Shapes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Rest;

/// <summary>Threads and forum posts. Source: Discord's resources/channel, "Start Thread".</summary>
internal sealed class ThreadRoutes(World world)
{
    private readonly Access _access = new(world);
    private readonly Posting _posting = new(world);

    public IEnumerable<Route> All =>
    [
        new("POST", "/channels/{channel_id}/messages/{message_id}/threads", StartAtMessage),
        new("POST", "/channels/{channel_id}/threads", Start),
        new("PUT", "/channels/{channel_id}/thread-members/@me", call => Join(call, world.Bot.Id)),
        new("PUT", "/channels/{channel_id}/thread-members/{user_id}", call => Join(call, call.Id("user_id"))),
        new("DELETE", "/channels/{channel_id}/thread-members/@me", call => Leave(call, world.Bot.Id)),
        new("DELETE", "/channels/{channel_id}/thread-members/{user_id}", call => Leave(call, call.Id("user_id"))),
        new("GET", "/channels/{channel_id}/thread-members", Members),
        new("GET", "/channels/{channel_id}/threads/archived/public", Archived),
    ];

    private RestAnswer StartAtMessage(RestCall call)
    {
        var channel = _access.Channel(call.Id("channel_id"), world.Bot.Id, Permission.CreatePublicThreads);
        if (channel.Type is not (ChannelType.Text or ChannelType.Announcement)) throw Refusal.WrongChannelType;
        var message = Access.Message(channel, call.Id("message_id"));
        if (message.Flags.HasFlag(MessageFlags.HasThread)) throw Refusal.ThreadExists;
        // The thread has the message's id: that is how one finds the other.
        var thread = Begin(channel, message.Id, ChannelType.PublicThread, call.Form);
        message.Flags |= MessageFlags.HasThread;
        world.Events.MessageUpdate(message, channel);
        return new(201, Created(thread));
    }

    private RestAnswer Start(RestCall call)
    {
        var channel = _access.Channel(call.Id("channel_id"), world.Bot.Id);
        if (channel.Type == ChannelType.Forum) return StartPost(channel, call);
        if (channel.Type is not (ChannelType.Text or ChannelType.Announcement)) throw Refusal.WrongChannelType;
        // Private is what Discord makes when nothing is said.
        var type = (ChannelType)(call.Form.Number("type") ?? (int)ChannelType.PrivateThread);
        var need = type == ChannelType.PrivateThread ? Permission.CreatePrivateThreads : Permission.CreatePublicThreads;
        if (!_access.Of(channel, world.Bot.Id).HasFlag(need)) throw Refusal.MissingPermissions;
        return new(201, Created(Begin(channel, world.Ids.Next(), type, call.Form)));
    }

    private RestAnswer StartPost(Channel forum, RestCall call)
    {
        // A post's first message needs the right to write in the forum, not the one for threads.
        if (!_access.Of(forum, world.Bot.Id).HasFlag(Permission.SendMessages)) throw Refusal.MissingPermissions;
        var errors = new FormErrors();
        if (call.Form.Part("message") is not { } first)
        {
            errors.Required("message");
            throw errors.Refusal;
        }

        var form = new MessageForm(first, call.Files, "message.");
        if (form.IsEmpty) throw Refusal.EmptyMessage;
        ChannelForm.Check(call.Form, world, ChannelType.PublicThread, isNew: true);
        var id = world.Ids.Next();
        var thread = Begin(forum, id, ChannelType.PublicThread, call.Form);
        var message = new Message(id, id, world.Bot) { SentAt = world.Now };
        _posting.Fill(message, form, _access.Of(thread, world.Bot.Id).HasFlag(Permission.MentionEveryone));
        _posting.Add(thread, message);
        var shape = Created(thread);
        shape["message"] = MessageShape.Of(message, world);
        return new(201, shape);
    }

    private Channel Begin(Channel parent, Snowflake id, ChannelType type, JsonObject form)
    {
        ChannelForm.Check(form, world, type, isNew: true);
        var thread = new Channel(id, type, ChannelForm.Name(form.Text("name")!, type))
        {
            ParentId = parent.Id,
            SlowMode = (int)(form.Number("rate_limit_per_user") ?? 0),
            Thread = new(world.Bot.Id, world.Now) { AutoArchiveMinutes = (int)(form.Number("auto_archive_duration") ?? 4320) },
            Tags = ForumTags.Applied(form.List("applied_tags") ?? [], parent),
        };
        thread.Thread.Members[world.Bot.Id] = world.Now;
        world.Guild.Channels[id] = thread;
        world.Events.ThreadCreate(thread);
        return thread;
    }

    private JsonObject Created(Channel thread)
    {
        var shape = ChannelShape.Of(thread, world.Guild);
        shape["member"] = ChannelShape.ThreadMember(thread, world.Bot.Id, thread.Thread!.CreatedAt);
        return shape;
    }

    private RestAnswer Join(RestCall call, Snowflake user)
    {
        var thread = Thread(call);
        Access.Awake(thread);
        if (!world.Guild.Members.ContainsKey(user)) throw Refusal.UnknownMember;
        if (user != world.Bot.Id && !_access.Of(thread, world.Bot.Id).HasFlag(Permission.SendMessagesInThreads))
            throw Refusal.MissingPermissions;
        if (thread.Thread!.Members.TryAdd(user, world.Now)) world.Events.ThreadMember(thread, user, added: true);
        return RestAnswer.Nothing;
    }

    private RestAnswer Leave(RestCall call, Snowflake user)
    {
        var thread = Thread(call);
        Access.Awake(thread);
        if (user != world.Bot.Id && !_access.Of(thread, world.Bot.Id).HasFlag(Permission.ManageThreads)) throw Refusal.MissingPermissions;
        if (thread.Thread!.Members.Remove(user)) world.Events.ThreadMember(thread, user, added: false);
        return RestAnswer.Nothing;
    }

    private RestAnswer Members(RestCall call)
    {
        var thread = Thread(call);
        return RestAnswer.Ok(
            new JsonArray([.. thread.Thread!.Members.Select(one => ChannelShape.ThreadMember(thread, one.Key, one.Value))]));
    }

    private RestAnswer Archived(RestCall call)
    {
        var channel = _access.Channel(call.Id("channel_id"), world.Bot.Id, Permission.ReadMessageHistory);
        return RestAnswer.Ok(
            new JsonObject
            {
                ["threads"] = new JsonArray([
                    .. world
                        .Guild.Channels.Values.Where(one => one.ParentId == channel.Id && one.Thread is { IsArchived: true })
                        .OrderByDescending(one => one.Thread!.ArchiveChangedAt)
                        .Select(one => ChannelShape.Of(one, world.Guild)),
                ]),
                ["members"] = new JsonArray(),
                ["has_more"] = false,
            });
    }

    private Channel Thread(RestCall call)
    {
        var channel = _access.Channel(call.Id("channel_id"), world.Bot.Id);
        return channel.IsThread ? channel : throw Refusal.WrongChannelType;
    }
}
