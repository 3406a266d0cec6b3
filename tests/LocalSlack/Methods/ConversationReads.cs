using System.Globalization;
using System.Text.Json.Nodes;
using Sitrep.LocalSlack.Api;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.Methods;

/// <summary>What is in a conversation, and which conversations there are.</summary>
public static class ConversationReads
{
    private static readonly string[] _read = ["channels:read", "groups:read", "im:read", "mpim:read"];
    private static readonly string[] _history = ["channels:history", "groups:history", "im:history", "mpim:history"];

    public static IEnumerable<Method> All { get; } =
    [
        new("conversations.info", Tier.Tier3, _read, Info) { IsFormOnly = true },
        new("conversations.list", Tier.Tier2, _read, List) { IsFormOnly = true },
        new("conversations.members", Tier.Tier4, _read, Members) { IsFormOnly = true },
        new("conversations.history", Tier.Tier3, _history, History) { IsFormOnly = true },
        new("conversations.replies", Tier.Tier3, _history, Replies) { IsFormOnly = true },
    ];

    private static JsonObject Info(ApiCall call)
    {
        var channel = call.Channel(scope: "read");
        var shown = channel.ToJson(call.Workspace, call.Me);
        if (call.Arguments.Flag("include_num_members")) shown["num_members"] = channel.Members.Count;
        return ApiCall.Ok(("channel", shown));
    }

    private static JsonObject List(ApiCall call)
    {
        var all = OfTypes(call, channel => channel.Kind != ConversationKind.Direct || channel.Members.Contains(call.Me));
        return Page.Of(call, "channels", all, channel =>
        {
            var shown = channel.ToJson(call.Workspace, call.Me);
            shown["num_members"] = channel.Members.Count;
            shown.Remove("last_read");
            return shown;
        }, 100, 1000);
    }

    /// <summary>The conversations of the types asked for that the bot may see and that pass.</summary>
    internal static List<SlackChannel> OfTypes(ApiCall call, Func<SlackChannel, bool> passes)
    {
        var kinds = (call.Arguments.Text("types") ?? "public_channel").Split(',', StringSplitOptions.TrimEntries).Select(type => type switch
        {
            "public_channel" => (ConversationKind?)ConversationKind.Public,
            "private_channel" => ConversationKind.Private,
            "im" => ConversationKind.Direct,
            "mpim" => null,
            _ => throw new SlackRefusalException("invalid_types"),
        }).ToList();
        foreach (var kind in kinds)
            call.Need(
                kind switch
                {
                    ConversationKind.Public => "channels:read",
                    ConversationKind.Private => "groups:read",
                    ConversationKind.Direct => "im:read",
                    _ => "mpim:read",
                });
        var isWithoutArchived = call.Arguments.Flag("exclude_archived");
        return
        [
            .. call.Workspace.Channels.Values.Where(channel =>
                kinds.Contains(channel.Kind)
                && (channel.Kind == ConversationKind.Public || channel.Members.Contains(call.Me))
                && !(isWithoutArchived && channel.IsArchived)
                && passes(channel)),
        ];
    }

    private static JsonObject Members(ApiCall call) =>
        Page.Of(call, "members", call.Channel(scope: "read").Members, member => member, 100, 1000);

    private static JsonObject History(ApiCall call)
    {
        var channel = call.Channel(scope: "history");
        call.MustBeIn(channel);
        // Replies are found in their thread only; asking history for one gives the message before it.
        var messages = Between(call, channel.Messages.Where(message => message.ThreadTs is null || message.ThreadTs == message.Ts))
            .Reverse()
            .ToList();
        var answer = Page.Of(call, "messages", messages, message => Shown(call, channel, message), 100, 999);
        answer["has_more"] = answer["response_metadata"]!["next_cursor"]!.ToString().Length > 0;
        answer["pin_count"] = channel.Pins.Count;
        return answer;
    }

    private static JsonObject Replies(ApiCall call)
    {
        var channel = call.Channel(scope: "history");
        var named = channel.Find(call.Arguments.Required("ts")) ?? throw new SlackRefusalException("thread_not_found");
        var isReply = named.ThreadTs is not null && named.ThreadTs != named.Ts;
        // A reply's own ts gives that reply alone; a root's gives the root and, inside the bounds, its replies.
        var thread = isReply
            ? [named]
            : Between(call, channel.Messages.Where(message => message.ThreadTs == named.Ts && message.Ts != named.Ts))
                .Prepend(named)
                .ToList();
        var answer = Page.Of(call, "messages", thread, message => Shown(call, channel, message), 1000, 1000);
        answer["has_more"] = answer["response_metadata"]!["next_cursor"]!.ToString().Length > 0;
        return answer;
    }

    private static IEnumerable<SlackMessage> Between(ApiCall call, IEnumerable<SlackMessage> messages)
    {
        var latest = Moment(call, "latest", "invalid_ts_latest", decimal.MaxValue);
        var oldest = Moment(call, "oldest", "invalid_ts_oldest", 0);
        var isInclusive = call.Arguments.Flag("inclusive");
        return messages.Where(message =>
        {
            var ts = decimal.Parse(message.Ts, CultureInfo.InvariantCulture);
            return isInclusive ? ts >= oldest && ts <= latest : ts > oldest && ts < latest;
        });
    }

    private static decimal Moment(ApiCall call, string argument, string error, decimal otherwise) =>
        call.Arguments.Text(argument) is not { } text || text == "now" ? otherwise
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var ts) ? ts
        : throw new SlackRefusalException(error);

    private static JsonObject Shown(ApiCall call, SlackChannel channel, SlackMessage message)
    {
        var shown = message.ToJson(call.Workspace, call.Arguments.Flag("include_all_metadata"));
        var replies = channel.Messages.Where(other => other.ThreadTs == message.Ts && other.Ts != message.Ts).ToList();
        if (replies.Count > 0)
        {
            var users = replies.Select(reply => reply.User).Distinct(StringComparer.Ordinal).ToList();
            shown["thread_ts"] = message.Ts;
            (shown["reply_count"], shown["reply_users_count"], shown["latest_reply"]) = (replies.Count, users.Count, replies[^1].Ts);
            shown["reply_users"] = new JsonArray([.. users.Select(user => (JsonNode)user)]);
            (shown["is_locked"], shown["subscribed"]) = (false, false);
        }

        if (message.ThreadTs is { } root && root != message.Ts && channel.Find(root) is { } parent) shown["parent_user_id"] = parent.User;
        if (channel.Pins.Exists(pin => pin.Ts == message.Ts)) shown["pinned_to"] = new JsonArray(channel.Id);
        return shown;
    }
}
