using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Shapes;

/// <summary>Channels and threads as Discord writes them.</summary>
internal static class ChannelShape
{
    public static JsonObject Of(Channel channel, Guild guild)
    {
        if (channel.Recipient is { } person) return OfDirect(channel, person);
        var shape = new JsonObject
        {
            ["id"] = channel.Id,
            ["type"] = (int)channel.Type,
            ["flags"] = 0,
            ["guild_id"] = guild.Id,
            ["name"] = channel.Name,
            ["parent_id"] = channel.ParentId is { } parent ? (JsonNode)parent : null,
            ["rate_limit_per_user"] = channel.SlowMode,
        };
        if (channel.Type != ChannelType.Category)
            shape["last_message_id"] = channel.Shown.LastOrDefault() is { } last ? (JsonNode)last.Id : null;
        if (channel.LastPinAt is { } pinned) shape["last_pin_timestamp"] = UserShape.Instant(pinned);
        if (channel.Thread is { } thread) AddThread(shape, channel, thread);
        else AddPlace(shape, channel);
        return shape;
    }

    public static JsonObject ThreadMember(Channel channel, Snowflake user, DateTimeOffset since) => new()
    {
        ["id"] = channel.Id,
        ["user_id"] = user,
        ["join_timestamp"] = UserShape.Instant(since),
        ["flags"] = 0,
    };

    private static JsonObject OfDirect(Channel channel, User person) => new()
    {
        ["id"] = channel.Id,
        ["type"] = (int)ChannelType.DirectMessage,
        ["flags"] = 0,
        ["last_message_id"] = channel.Messages.LastOrDefault() is { } last ? (JsonNode)last.Id : null,
        ["recipients"] = new JsonArray(UserShape.Of(person)),
    };

    private static void AddPlace(JsonObject shape, Channel channel)
    {
        shape["position"] = channel.Position;
        shape["nsfw"] = false;
        shape["permission_overwrites"] = new JsonArray([.. channel.Overwrites.Values.Select(one => new JsonObject
        {
            ["id"] = one.Id,
            ["type"] = one.Type,
            ["allow"] = UserShape.Bits(one.Allow),
            ["deny"] = UserShape.Bits(one.Deny),
        })]);
        if (channel.Type is ChannelType.Text or ChannelType.Forum) shape["topic"] = channel.Topic;
        if (channel.Type != ChannelType.Forum) return;
        shape["available_tags"] = channel.Tags.DeepClone();
        shape["default_reaction_emoji"] = null;
        shape["default_sort_order"] = null;
        shape["default_forum_layout"] = 0;
    }

    private static void AddThread(JsonObject shape, Channel channel, ThreadMetadata thread)
    {
        // The message that a thread hangs on lies in the parent and is not counted.
        var count = channel.Shown.Count(message => message.Type != 21);
        shape["owner_id"] = thread.OwnerId;
        shape["message_count"] = count;
        shape["member_count"] = Math.Min(thread.Members.Count, 50);
        shape["total_message_sent"] = thread.TotalSent;
        if (channel.Tags.Count > 0) shape["applied_tags"] = channel.Tags.DeepClone();
        shape["thread_metadata"] = new JsonObject
        {
            ["archived"] = thread.IsArchived,
            ["archive_timestamp"] = UserShape.Instant(thread.ArchiveChangedAt),
            ["auto_archive_duration"] = thread.AutoArchiveMinutes,
            ["locked"] = thread.IsLocked,
            ["create_timestamp"] = UserShape.Instant(thread.CreatedAt),
        };
    }
}
