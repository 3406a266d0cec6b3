using System.Text.Json.Nodes;
using Sitrep.LocalSlack.Api;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.Methods;

/// <summary>Who is in a conversation.</summary>
public static class Membership
{
    private static readonly string[] _write = ["channels:manage", "channels:write", "groups:write", "im:write", "mpim:write"];

    public static IEnumerable<Method> All { get; } =
    [
        new(
            "conversations.invite",
            Tier.Tier3,
            ["channels:manage", "channels:write.invites", "groups:write", "groups:write.invites", "im:write", "mpim:write"],
            Invite),
        new("conversations.kick", Tier.Tier3, _write, Kick),
        new("conversations.join", Tier.Tier3, ["channels:join"], Join),
        new("conversations.leave", Tier.Tier3, _write, Leave),
    ];

    /// <summary>Lets somebody in and tells the bot.</summary>
    public static void Join(Workspace workspace, EventFeed events, SlackChannel channel, string user, string? inviter)
    {
        if (channel.Members.Contains(user)) return;
        channel.Members.Add(user);
        var joined = new JsonObject
        {
            ["type"] = "member_joined_channel",
            ["user"] = user,
            ["channel"] = channel.Id,
            ["channel_type"] = channel.Kind == ConversationKind.Public ? "C" : "G",
            ["team"] = workspace.TeamId,
        };
        if (inviter is not null) joined["inviter"] = inviter;
        events.In(channel, $"{channel.ScopePrefix}:read", joined);
        Posting.Note(
            workspace,
            events,
            channel,
            user,
            "channel_join",
            $"<@{user}> has joined the channel",
            inviter is null ? null : new() { ["inviter"] = inviter });
    }

    /// <summary>Sees somebody off; the bot hears of it as long as it was there itself.</summary>
    public static void Left(Workspace workspace, EventFeed events, SlackChannel channel, string user)
    {
        var left = new JsonObject
        {
            ["type"] = "member_left_channel",
            ["user"] = user,
            ["channel"] = channel.Id,
            ["channel_type"] = channel.Kind == ConversationKind.Public ? "C" : "G",
            ["team"] = workspace.TeamId,
        };
        events.In(channel, $"{channel.ScopePrefix}:read", left);
        channel.Members.Remove(user);
        if (user == workspace.App.BotUserId)
            events.Everywhere(
                $"{channel.ScopePrefix}:read",
                new()
                {
                    ["type"] = channel.Kind == ConversationKind.Public ? "channel_left" : "group_left",
                    ["channel"] = channel.Id,
                    ["actor_id"] = channel.Creator,
                });
    }

    private static JsonObject Invite(ApiCall call)
    {
        var channel = Ready(call, "write.invites");
        call.MustBeIn(channel);
        var ids = call.Arguments.Required("users").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (ids.Length == 0) throw new SlackRefusalException("no_user");
        if (ids.Length > 1000) throw new SlackRefusalException("too_many_users");
        var wrong = ids.Select(id => (Id: id, Error: Objection(call, channel, id))).Where(one => one.Error is not null).ToList();
        if (wrong.Count > 0 && !(call.Arguments.Flag("force") && wrong.Count < ids.Length))
        {
            var refusal = new SlackRefusalException(wrong[0].Error!);
            // With several at once Slack says which of them was the trouble.
            if (ids.Length > 1)
                refusal.Extra["errors"] = new JsonArray([
                    .. wrong.Select(one => new JsonObject
                    {
                        ["user"] = one.Id,
                        ["ok"] = false,
                        ["error"] = one.Error,
                    }),
                ]);
            throw refusal;
        }

        foreach (var id in ids.Except(wrong.Select(one => one.Id), StringComparer.Ordinal))
            Join(call.Workspace, call.Events, channel, id, call.Me);
        return ApiCall.Ok(("channel", channel.ToJson(call.Workspace, call.Me)));
    }

    private static string? Objection(ApiCall call, SlackChannel channel, string id)
    {
        if (id == call.Me) return "cant_invite_self";
        if (!call.Workspace.Users.TryGetValue(id, out var user)) return "user_not_found";
        if (user.IsDeactivated) return "user_not_found";
        if (channel.Members.Contains(id)) return "already_in_channel";
        if (user.IsStranger && !channel.IsShared) return "org_user_not_in_team";
        var isElsewhere = call.Workspace.Channels.Values.Any(other => other.Kind != ConversationKind.Direct && other.Members.Contains(id));
        return user.IsSingleChannelGuest && isElsewhere ? "ura_max_channels" : null;
    }

    private static JsonObject Kick(ApiCall call)
    {
        var channel = Ready(call);
        if (channel.IsGeneral) throw new SlackRefusalException("cant_kick_from_general");
        call.MustBeIn(channel);
        var user = call.User("user").Id;
        if (user == call.Me) throw new SlackRefusalException("cant_kick_self");
        if (!channel.Members.Contains(user)) throw new SlackRefusalException("not_in_channel");
        Left(call.Workspace, call.Events, channel, user);
        return ApiCall.Ok();
    }

    private static JsonObject Join(ApiCall call)
    {
        var channel = call.Channel();
        if (channel.Kind != ConversationKind.Public) throw new SlackRefusalException("method_not_supported_for_channel_type");
        if (channel.IsArchived) throw new SlackRefusalException("is_archived");
        var wasIn = channel.Members.Contains(call.Me);
        Join(call.Workspace, call.Events, channel, call.Me, inviter: null);
        var answer = ApiCall.Ok(("channel", channel.ToJson(call.Workspace, call.Me)));
        if (!wasIn) return answer;
        answer["warning"] = "already_in_channel";
        answer["response_metadata"] = new JsonObject { ["warnings"] = new JsonArray("already_in_channel") };
        return answer;
    }

    private static JsonObject Leave(ApiCall call)
    {
        var channel = Ready(call);
        if (channel.IsGeneral) throw new SlackRefusalException("cant_leave_general");
        if (!channel.Members.Contains(call.Me)) return new() { ["ok"] = false, ["not_in_channel"] = true };
        Left(call.Workspace, call.Events, channel, call.Me);
        return ApiCall.Ok();
    }

    private static SlackChannel Ready(ApiCall call, string? orScope = null)
    {
        var channel = call.Channel();
        string[] scopes =
            channel.Kind == ConversationKind.Public ? ["channels:manage", "channels:write"] : [$"{channel.ScopePrefix}:write"];
        call.Need(orScope is null ? scopes : [.. scopes, $"{channel.ScopePrefix}:{orScope}"]);
        if (channel.Kind == ConversationKind.Direct) throw new SlackRefusalException("method_not_supported_for_channel_type");
        return channel.IsArchived ? throw new SlackRefusalException("is_archived") : channel;
    }
}
