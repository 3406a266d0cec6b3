using System.Text.Json.Nodes;
using Sitrep.LocalSlack.Api;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.Methods;

/// <summary>The life of a conversation: created, named, described, archived.</summary>
public static class ConversationMethods
{
    private const int LongestTopic = 250;
    private static readonly string[] _write = ["channels:manage", "channels:write", "groups:write", "im:write", "mpim:write"];
    private static readonly string[] _topic =
    [
        "channels:manage",
        "channels:write.topic",
        "groups:write",
        "groups:write.topic",
        "im:write",
        "im:write.topic",
        "mpim:write",
        "mpim:write.topic",
    ];

    public static IEnumerable<Method> All { get; } =
    [
        new("conversations.create", Tier.Tier2, _write, Create),
        new("conversations.rename", Tier.Tier2, _write, Rename),
        new("conversations.setTopic", Tier.Tier2, _topic, call => Describe(call, "topic")),
        new("conversations.setPurpose", Tier.Tier2, _topic, call => Describe(call, "purpose")),
        new("conversations.archive", Tier.Tier2, _write, Archive),
        new("conversations.unarchive", Tier.Tier2, _write, Unarchive),
        new("conversations.open", Tier.Tier3, ["channels:manage", "groups:write", "im:write", "mpim:write"], Open),
    ];

    private static JsonObject Create(ApiCall call)
    {
        var isPrivate = call.Arguments.Flag("is_private");
        if (isPrivate) call.Need("groups:write");
        else call.Need("channels:manage", "channels:write");
        var channel = call.Workspace.AddChannel(
            ChannelNames.Free(call.Workspace, call.Arguments), isPrivate ? ConversationKind.Private : ConversationKind.Public, call.Me);
        if (!isPrivate) call.Events.Everywhere("channels:read", Told("channel_created", new JsonObject
        {
            ["id"] = channel.Id,
            ["name"] = channel.Name,
            ["is_channel"] = true,
            ["created"] = call.Workspace.UnixNow,
            ["creator"] = call.Me,
        }));
        Membership.Join(call.Workspace, call.Events, channel, call.Me, inviter: null);
        return Shown(call, channel);
    }

    private static JsonObject Rename(ApiCall call)
    {
        var channel = Own(call);
        var name = ChannelNames.Free(call.Workspace, call.Arguments);
        Renamed(call.Workspace, call.Events, channel, name, call.Me);
        return Shown(call, channel);
    }

    internal static void Renamed(Workspace workspace, EventFeed events, SlackChannel channel, string name, string by)
    {
        var old = channel.Name;
        channel.PreviousNames.Add(old);
        channel.Name = name;
        events.In(
            channel,
            $"{channel.ScopePrefix}:read",
            Told(
                channel.Kind == ConversationKind.Private ? "group_rename" : "channel_rename",
                new JsonObject
                {
                    ["id"] = channel.Id,
                    ["name"] = name,
                    ["created"] = workspace.UnixNow,
                    ["is_channel"] = true,
                    ["is_mpim"] = false,
                    ["name_normalized"] = name,
                }));
        Posting.Note(
            workspace,
            events,
            channel,
            by,
            "channel_name",
            $"<@{by}> has renamed the channel from \"{old}\" to \"{name}\"",
            new() { ["old_name"] = old, ["name"] = name });
    }

    private static JsonObject Describe(ApiCall call, string what)
    {
        var channel = Own(call, "write.topic");
        var words = (string?)call.Arguments.Values[what]
            ?? throw new SlackRefusalException("invalid_arguments", $"missing required field: {what}");
        if (words.Length > LongestTopic) throw new SlackRefusalException("too_long");
        if (what == "topic") channel.Topic = words;
        else channel.Purpose = words;
        Posting.Note(
            call.Workspace,
            call.Events,
            channel,
            call.Me,
            $"channel_{what}",
            $"<@{call.Me}> set the channel {(what == "topic" ? "topic" : "description")}: {words}",
            new() { [what] = words });
        return Shown(call, channel);
    }

    private static JsonObject Archive(ApiCall call)
    {
        var channel = call.Channel();
        NeedWrite(call, channel);
        if (channel.IsArchived) throw new SlackRefusalException("already_archived");
        if (channel.IsGeneral) throw new SlackRefusalException("cant_archive_general");
        call.MustBeIn(channel);
        Archived(call.Workspace, call.Events, channel, call.Me);
        return ApiCall.Ok();
    }

    internal static void Archived(Workspace workspace, EventFeed events, SlackChannel channel, string by)
    {
        channel.IsArchived = true;
        Posting.Note(workspace, events, channel, by, "channel_archive", $"<@{by}> archived the channel");
        events.In(
            channel,
            $"{channel.ScopePrefix}:read",
            new()
            {
                ["type"] = channel.Kind == ConversationKind.Private ? "group_archive" : "channel_archive",
                ["channel"] = channel.Id,
                ["user"] = by,
            });
        // Bots lose their membership with the archiving (elastic/connectors#1972).
        channel.Members.Remove(workspace.App.BotUserId);
    }

    // Being no member any more, a bot cannot take a channel out of the archive again (slack-go/slack#1066).
    private static JsonObject Unarchive(ApiCall call)
    {
        var channel = call.Channel();
        NeedWrite(call, channel);
        if (!channel.IsArchived) throw new SlackRefusalException("not_archived");
        call.MustBeIn(channel);
        channel.IsArchived = false;
        return ApiCall.Ok();
    }

    private static JsonObject Open(ApiCall call)
    {
        if (call.Arguments.Text("channel") is not null) return Shown(call, call.Channel());
        var ids = (call.Arguments.Text("users") ?? throw new SlackRefusalException("users_list_not_supplied")).Split(
            ',',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (ids.Length == 0) throw new SlackRefusalException("not_enough_users");
        if (ids.Length > 1) throw new SlackRefusalException("method_not_supported_for_channel_type");
        call.Need("im:write");
        var user = call.Workspace.Users.GetValueOrDefault(ids[0]) ?? throw new SlackRefusalException("user_not_found");
        if (user.IsDeactivated) throw new SlackRefusalException("user_disabled");
        var channel = call.Workspace.Direct(call.Me, user.Id);
        return ApiCall.Ok(
            ("channel", call.Arguments.Flag("return_im") ? channel.ToJson(call.Workspace, call.Me) : new JsonObject { ["id"] = channel.Id })
        );
    }

    private static SlackChannel Own(ApiCall call, string? orScope = null)
    {
        var channel = call.Channel();
        NeedWrite(call, channel, orScope);
        if (channel.Kind == ConversationKind.Direct) throw new SlackRefusalException("method_not_supported_for_channel_type");
        call.MustBeIn(channel);
        return channel.IsArchived ? throw new SlackRefusalException("is_archived") : channel;
    }

    private static void NeedWrite(ApiCall call, SlackChannel channel, string? orScope = null)
    {
        string[] scopes =
            channel.Kind == ConversationKind.Public ? ["channels:manage", "channels:write"] : [$"{channel.ScopePrefix}:write"];
        call.Need(orScope is null ? scopes : [.. scopes, $"{channel.ScopePrefix}:{orScope}"]);
    }

    private static JsonObject Told(string type, JsonObject channel) => new() { ["type"] = type, ["channel"] = channel };

    private static JsonObject Shown(ApiCall call, SlackChannel channel) => ApiCall.Ok(("channel", channel.ToJson(call.Workspace, call.Me)));
}
