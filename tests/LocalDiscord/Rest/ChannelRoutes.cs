using Sitrep.LocalDiscord.Rest.Forms;
using Sitrep.LocalDiscord.Shapes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Rest;

/// <summary>One channel or thread: read, changed, deleted, and who may do what in it. Source: Discord's resources/channel.</summary>
internal sealed class ChannelRoutes(World world)
{
    private readonly Access _access = new(world);

    public IEnumerable<Route> All =>
        [
            new("GET", "/channels/{channel_id}", call =>
                RestAnswer.Ok(ChannelShape.Of(_access.Channel(call.Id("channel_id"), world.Bot.Id), world.Guild))),
            new("PATCH", "/channels/{channel_id}", Change),
            new("DELETE", "/channels/{channel_id}", Delete),
            new("PUT", "/channels/{channel_id}/permissions/{overwrite_id}", Overwrite),
            new("DELETE", "/channels/{channel_id}/permissions/{overwrite_id}", DropOverwrite),
        ];

    private RestAnswer Change(RestCall call)
    {
        var channel = _access.Channel(call.Id("channel_id"), world.Bot.Id);
        ChannelForm.Check(call.Form, world, channel.Type, isNew: false, channel);
        if (channel.Thread is { } thread) ChangeThread(channel, thread, call);
        else ChangePlace(channel, call);
        return RestAnswer.Ok(ChannelShape.Of(channel, world.Guild));
    }

    private void ChangePlace(Channel channel, RestCall call)
    {
        if (!_access.Of(channel, world.Bot.Id).HasFlag(Permission.ManageChannels)) throw Refusal.MissingPermissions;
        var form = call.Form;
        if (ChannelForm.Overwrites(form) is { } overwrites)
        {
            if (!_access.Of(channel, world.Bot.Id).HasFlag(Permission.ManageRoles)) throw Refusal.MissingPermissions;
            ChannelForm.MayGrant(world, overwrites, channel);
            channel.Overwrites.Clear();
            foreach (var one in overwrites) channel.Overwrites[one.Id] = one;
        }

        if (form.Text("name") is { } name) channel.Name = ChannelForm.Name(name, channel.Type);
        if (form.Has("topic")) channel.Topic = form.Text("topic");
        if (form.Has("parent_id")) channel.ParentId = Snowflake.Read(form["parent_id"]?.ToString());
        if (form.Number("position") is { } position) channel.Position = (int)position;
        if (form.Number("rate_limit_per_user") is { } pause) channel.SlowMode = (int)pause;
        if (form.List("available_tags") is { } tags && channel.Type == ChannelType.Forum) channel.Tags = ForumTags.Kept(tags, world);
        world.Events.ChannelUpdate(channel);
    }

    private void ChangeThread(Channel channel, ThreadMetadata thread, RestCall call)
    {
        var form = call.Form;
        var have = _access.Of(channel, world.Bot.Id);
        var manages = have.HasFlag(Permission.ManageThreads);
        var reopens = form.Has("archived") && !form.Flag("archived") && thread.IsArchived;
        // Whoever may write in an unlocked thread may reopen it; everything else is the owner's and the keepers'.
        if (reopens && !manages && (thread.IsLocked || !have.HasFlag(Permission.SendMessagesInThreads))) throw Refusal.MissingPermissions;
        if (!reopens && !manages && thread.OwnerId != world.Bot.Id) throw Refusal.MissingPermissions;
        if (form.Has("locked") && !manages) throw Refusal.MissingPermissions;
        if (thread.IsArchived && !reopens && !form.Has("archived")) throw Refusal.ArchivedThread;
        if (form.Has("locked")) thread.IsLocked = form.Flag("locked");
        if (form.Has("archived")) Threads.Archive(world, thread, form.Flag("archived"));
        if (form.Text("name") is { } name) channel.Name = ChannelForm.Name(name, channel.Type);
        if (form.Number("auto_archive_duration") is { } minutes) thread.AutoArchiveMinutes = (int)minutes;
        if (form.Number("rate_limit_per_user") is { } pause) channel.SlowMode = (int)pause;
        if (form.List("applied_tags") is { } tags) channel.Tags = ForumTags.Applied(tags, world.Find(channel.ParentId));
        world.Events.ThreadUpdate(channel);
    }

    private RestAnswer Delete(RestCall call)
    {
        var channel = _access.Channel(call.Id("channel_id"), world.Bot.Id);
        var need = channel.IsThread ? Permission.ManageThreads : Permission.ManageChannels;
        if (!_access.Of(channel, world.Bot.Id).HasFlag(need)) throw Refusal.MissingPermissions;
        var shape = ChannelShape.Of(channel, world.Guild);
        Channels.Delete(world, channel);
        return RestAnswer.Ok(shape);
    }

    private RestAnswer Overwrite(RestCall call)
    {
        var channel = Permitted(call);
        var overwrite = ChannelForm.Overwrite(call.Id("overwrite_id"), call.Form);
        if (overwrite.Type == 0 && !world.Guild.Roles.ContainsKey(overwrite.Id)) throw Refusal.UnknownRole;
        if (overwrite.Type == 1 && !world.Guild.Members.ContainsKey(overwrite.Id)) throw Refusal.UnknownMember;
        ChannelForm.MayGrant(world, [overwrite], channel);
        channel.Overwrites[overwrite.Id] = overwrite;
        world.Events.ChannelUpdate(channel);
        return RestAnswer.Nothing;
    }

    private RestAnswer DropOverwrite(RestCall call)
    {
        var channel = Permitted(call);
        if (!channel.Overwrites.Remove(call.Id("overwrite_id"))) throw Refusal.UnknownOverwrite;
        world.Events.ChannelUpdate(channel);
        return RestAnswer.Nothing;
    }

    private Channel Permitted(RestCall call)
    {
        var channel = _access.Channel(call.Id("channel_id"), world.Bot.Id, Permission.ManageRoles);
        return channel.IsThread ? throw Refusal.WrongChannelType : channel;
    }
}
