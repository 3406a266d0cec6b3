using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sitrep.LocalSlack.Methods;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.People;

/// <summary>Messages, reactions, pins, and what somebody does to channels.</summary>
public sealed partial class Person
{
    /// <summary>Posts a message; its <c>ts</c> is returned.</summary>
    /// <param name="threadTs">The message it answers.</param>
    public string Post(string channel, string typed, string? threadTs = null)
    {
        lock (_workspace.Gate)
        {
            var found = _workspace.ChannelNamed(channel);
            if (found.IsArchived) throw new InvalidOperationException($"{found.Name} is archived");
            var text = TypedText.Encode(_workspace, typed, withNames: false);
            var message = new SlackMessage(_workspace.NextTs(), User.Id)
            {
                Text = text,
                ThreadTs = Posting.ThreadRoot(found, threadTs),
                ClientMessageId = Guid.NewGuid().ToString(),
                Blocks = RichText(text),
            };
            return Posting.Add(_workspace, _events, found, message).Ts;
        }
    }

    public void Edit(string channel, string ts, string typed) => On(channel, ts, (found, message) =>
    {
        var before = message.ToJson(_workspace);
        message.Text = TypedText.Encode(_workspace, typed, withNames: false);
        message.Blocks = RichText(message.Text);
        message.Edited = (User.Id, _workspace.NextTs());
        Posting.Changed(_workspace, _events, found, message, before);
    });

    public void Delete(string channel, string ts) =>
        On(channel, ts, (found, message) => Posting.Delete(_workspace, _events, found, message));

    public void React(string channel, string ts, string emoji) =>
        On(channel, ts, (found, message) => Check(ReactionMethods.React(_events, found, message, User.Id, emoji)));

    public void Unreact(string channel, string ts, string emoji) =>
        On(channel, ts, (found, message) => Check(ReactionMethods.Unreact(_events, found, message, User.Id, emoji)));

    public void Pin(string channel, string ts) =>
        On(channel, ts, (found, message) => Check(PinMethods.Pin(_workspace, _events, found, message, User.Id)));

    public void Unpin(string channel, string ts) =>
        On(channel, ts, (found, message) => Check(PinMethods.Unpin(_workspace, _events, found, message, User.Id)));

    public SlackChannel Create(string name, bool isPrivate = false)
    {
        lock (_workspace.Gate)
        {
            var channel = _workspace.AddChannel(name, isPrivate ? ConversationKind.Private : ConversationKind.Public, User.Id);
            channel.Members.Add(User.Id);
            return channel;
        }
    }

    public void Archive(string channel) => In(channel, found => ConversationMethods.Archived(_workspace, _events, found, User.Id));

    public void Unarchive(string channel) => In(channel, found =>
    {
        found.IsArchived = false;
        _events.Everywhere(
                $"{found.ScopePrefix}:read",
                new()
                {
                    ["type"] = found.Kind == ConversationKind.Private ? "group_unarchive" : "channel_unarchive",
                    ["channel"] = found.Id,
                    ["user"] = User.Id,
                });
        Posting.Note(_workspace, _events, found, User.Id, "channel_unarchive", $"<@{User.Id}> un-archived the channel");
    });

    public void Rename(string channel, string name) =>
        In(channel, found => ConversationMethods.Renamed(_workspace, _events, found, name, User.Id));

    /// <summary>Brings somebody into a channel: a person, or the bot by its name.</summary>
    public void Invite(string channel, string who) =>
        In(channel, found => Membership.Join(_workspace, _events, found, _workspace.UserNamed(who).Id, User.Id));

    /// <summary>Removes somebody from a channel: a person, or the bot by its name.</summary>
    public void Remove(string channel, string who) =>
        In(channel, found => Membership.Left(_workspace, _events, found, _workspace.UserNamed(who).Id));

    /// <summary>Leaves a channel.</summary>
    public void Leave(string channel) => In(channel, found => Membership.Left(_workspace, _events, found, User.Id));

    private void In(string channel, Action<SlackChannel> act)
    {
        lock (_workspace.Gate) act(_workspace.ChannelNamed(channel));
    }

    private void On(string channel, string ts, Action<SlackChannel, SlackMessage> act) =>
        In(channel, found => act(found, found.Find(ts) ?? throw new KeyNotFoundException($"No message {ts} in {found.Name}")));

    private static void Check(string? error)
    {
        if (error is not null) throw new InvalidOperationException(error);
    }

    // What stands between angle brackets in the text is an element of its own here.
    private static JsonArray RichText(string text)
    {
        var elements = new JsonArray();
        var end = 0;
        foreach (Match mark in Mark().Matches(text))
        {
            AddText(elements, text[end..mark.Index]);
            end = mark.Index + mark.Length;
            var (target, label) = (mark.Groups["target"].Value, mark.Groups["label"].Value);
            elements.Add(target switch
            {
                ['@', ..] => new JsonObject { ["type"] = "user", ["user_id"] = target[1..] },
                ['#', ..] => new JsonObject { ["type"] = "channel", ["channel_id"] = target[1..] },
                ['!', ..] => new JsonObject { ["type"] = "usergroup", ["usergroup_id"] = target[(target.IndexOf('^') + 1)..] },
                _ when label.Length > 0 => new JsonObject { ["type"] = "link", ["url"] = Decoded(target), ["text"] = Decoded(label) },
                _ => new JsonObject { ["type"] = "link", ["url"] = Decoded(target) },
            });
        }

        AddText(elements, text[end..]);
        return new(
            new JsonObject
            {
                ["type"] = "rich_text",
                ["block_id"] = Guid.NewGuid().ToString("N")[..4],
                ["elements"] = new JsonArray(new JsonObject { ["type"] = "rich_text_section", ["elements"] = elements }),
            });
    }

    private static void AddText(JsonArray elements, string text)
    {
        if (text.Length > 0) elements.Add(new JsonObject { ["type"] = "text", ["text"] = Decoded(text) });
    }

    private static string Decoded(string text) => text.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&");

    [GeneratedRegex(@"<(?<target>[@#!][^|>]+|[a-z]+:[^|>]+)(?:\|(?<label>[^>]*))?>")]
    private static partial Regex Mark();
}
