using System.Text.Json.Nodes;
using Sitrep.LocalSlack.Api;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.Methods;

/// <summary>Puts the bot's and people's messages into conversations and tells who listens.</summary>
public static class Posting
{
    /// <summary>A message of the bot's, whether by a method or by an answer to a command.</summary>
    public static SlackMessage ByBot(Workspace workspace, MessageContent content, string? threadTs, string? onlyFor) =>
        new(workspace.NextTs(), workspace.App.BotUserId)
        {
            BotId = workspace.App.BotId,
            Text = content.Text ?? "",
            Blocks = content.Blocks,
            Attachments = (JsonArray?)content.Attachments?.DeepClone(),
            Metadata = content.Metadata,
            ThreadTs = threadTs,
            OnlyFor = onlyFor,
        };

    /// <summary>Adds a message where everybody sees it.</summary>
    public static SlackMessage Add(Workspace workspace, EventFeed events, SlackChannel channel, SlackMessage message)
    {
        channel.Messages.Add(message);
        events.Message(channel, message.ToJson(workspace));
        return message;
    }

    /// <summary>A line that Slack itself writes into a conversation, like a new topic.</summary>
    public static void Note(
        Workspace workspace,
        EventFeed events,
        SlackChannel channel,
        string user,
        string subtype,
        string text,
        JsonObject? extra = null) =>
        Add(
            workspace,
            events,
            channel,
            new(workspace.NextTs(), user)
            {
                Subtype = subtype,
                Text = text,
                Extra = extra,
            });

    /// <summary>The root of the thread that an argument names: a reply to a reply belongs to the same thread.</summary>
    public static string? ThreadRoot(SlackChannel channel, string? threadTs)
    {
        if (threadTs is null) return null;
        var parent = channel.Find(threadTs) ?? throw new SlackRefusalException("cannot_reply_to_message");
        return parent.ThreadTs ?? parent.Ts;
    }

    /// <summary>How a change of a message is told.</summary>
    public static void Changed(Workspace workspace, EventFeed events, SlackChannel channel, SlackMessage message, JsonObject before) =>
        events.Message(channel, new()
        {
            ["type"] = "message",
            ["subtype"] = "message_changed",
            ["hidden"] = true,
            ["ts"] = workspace.NextTs(),
            ["message"] = message.ToJson(workspace),
            ["previous_message"] = before,
        });

    /// <summary>Takes a message away, its pin with it. One that others answered leaves a stone in its place, told as a change.</summary>
    public static void Delete(Workspace workspace, EventFeed events, SlackChannel channel, SlackMessage message)
    {
        channel.Pins.RemoveAll(pin => pin.Ts == message.Ts);
        if (channel.Messages.Exists(reply => reply.ThreadTs == message.Ts && reply != message))
        {
            var before = message.ToJson(workspace);
            (message.Subtype, message.User, message.Text, message.Blocks, message.Edited) = (
                "tombstone",
                "USLACKBOT",
                "This message was deleted.",
                null,
                null);
            message.Files.Clear();
            Changed(workspace, events, channel, message, before);
            return;
        }

        channel.Messages.Remove(message);
        events.Message(channel, new()
        {
            ["type"] = "message",
            ["subtype"] = "message_deleted",
            ["hidden"] = true,
            ["ts"] = workspace.NextTs(),
            ["deleted_ts"] = message.Ts,
            ["previous_message"] = message.ToJson(workspace),
        });
    }
}
