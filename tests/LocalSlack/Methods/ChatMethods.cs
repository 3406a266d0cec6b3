using System.Text.Json.Nodes;
using Sitrep.LocalSlack.Api;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.Methods;

/// <summary><c>chat.*</c>. Source: <see href="https://docs.slack.dev/reference/methods?family=chat"/>.</summary>
public static class ChatMethods
{
    private const int LongestUpdate = 4_000;

    public static IEnumerable<Method> All { get; } =
    [
        new("chat.postMessage", Tier.Posting, ["chat:write"], PostMessage),
        new("chat.postEphemeral", Tier.Tier4, ["chat:write"], PostEphemeral),
        new("chat.update", Tier.Tier3, ["chat:write"], Update),
        new("chat.delete", Tier.Tier3, ["chat:write"], Delete),
        new("chat.getPermalink", Tier.Special, [], GetPermalink) { IsFormOnly = true },
    ];

    private static JsonObject PostMessage(ApiCall call)
    {
        var channel = Writable(call, call.ChannelToPostIn());
        var content = MessageContent.Read(call.Arguments).NotEmpty();
        var thread = Posting.ThreadRoot(channel, call.Arguments.Text("thread_ts"));
        var message = Posting.Add(call.Workspace, call.Events, channel, Posting.ByBot(call.Workspace, content, thread, onlyFor: null));
        var answer = ApiCall.Ok(
            ("channel", channel.Id),
            ("ts", message.Ts),
            ("message", message.ToJson(call.Workspace, withMetadata: true)));
        content.Warn(answer);
        return answer;
    }

    private static JsonObject PostEphemeral(ApiCall call)
    {
        var channel = Writable(call, call.ChannelToPostIn());
        var user = call.Arguments.Required("user");
        var content = MessageContent.Read(call.Arguments).NotEmpty();
        if (!channel.Members.Contains(user) || call.Workspace.Users[user].IsDeactivated)
            throw new SlackRefusalException("user_not_in_channel");
        var message = Posting.ByBot(call.Workspace, content, Posting.ThreadRoot(channel, call.Arguments.Text("thread_ts")), user);
        channel.Ephemerals.Add(message);
        var answer = ApiCall.Ok(("message_ts", message.Ts));
        content.Warn(answer);
        return answer;
    }

    private static JsonObject Update(ApiCall call)
    {
        var channel = call.Channel();
        var message = Mine(call, channel, "cant_update_message");
        if (channel.IsArchived) throw new SlackRefusalException("is_inactive");
        if (call.Arguments.Text("text")?.Length > LongestUpdate) throw new SlackRefusalException("msg_too_long");
        var content = MessageContent.Read(call.Arguments);
        var before = message.ToJson(call.Workspace);
        if (content.Metadata is null) content.NotEmpty();
        // Slack keeps the blocks only when no text is given; text alone removes them.
        if (content.Blocks is not null || content.Text is not null) message.Blocks = content.Blocks;
        message.Text = content.Text ?? message.Text;
        message.Attachments = content.Attachments is null ? message.Attachments : (JsonArray)content.Attachments.DeepClone();
        if (content.Metadata is not null) message.Metadata = content.Metadata.Count == 0 ? null : content.Metadata;
        message.Edited = (call.Me, call.Workspace.NextTs());
        Posting.Changed(call.Workspace, call.Events, channel, message, before);
        var shown = message.ToJson(call.Workspace, withMetadata: true);
        shown.Remove("ts");
        return ApiCall.Ok(("channel", channel.Id), ("ts", message.Ts), ("text", message.Text), ("message", shown));
    }

    private static JsonObject Delete(ApiCall call)
    {
        var channel = call.Channel();
        var message = Mine(call, channel, "cant_delete_message");
        Posting.Delete(call.Workspace, call.Events, channel, message);
        return ApiCall.Ok(("channel", channel.Id), ("ts", message.Ts));
    }

    private static JsonObject GetPermalink(ApiCall call)
    {
        var channel = call.Channel();
        var message = channel.Find(call.Arguments.Required("message_ts")) ?? throw new SlackRefusalException("message_not_found");
        return ApiCall.Ok(("channel", channel.Id), ("permalink", Permalink(call.Workspace, channel, message)));
    }

    internal static string Permalink(Workspace workspace, SlackChannel channel, SlackMessage message)
    {
        var link = $"{workspace.Url}archives/{channel.Id}/p{message.Ts.Replace(".", "", StringComparison.Ordinal)}";
        return message.ThreadTs is { } thread && thread != message.Ts ? $"{link}?thread_ts={thread}&cid={channel.Id}" : link;
    }

    private static SlackChannel Writable(ApiCall call, SlackChannel channel)
    {
        if (channel.IsArchived) throw new SlackRefusalException("is_archived");
        if (channel.Kind == ConversationKind.Public && call.App.Scopes.Contains("chat:write.public")) return channel;
        call.MustBeIn(channel);
        return channel;
    }

    private static SlackMessage Mine(ApiCall call, SlackChannel channel, string refusal)
    {
        var message = channel.Find(call.Arguments.Required("ts")) ?? throw new SlackRefusalException("message_not_found");
        return message.BotId == call.App.BotId ? message : throw new SlackRefusalException(refusal);
    }
}
