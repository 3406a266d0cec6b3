using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.Rest.Forms;
using Sitrep.LocalDiscord.Shapes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Rest;

/// <summary>Messages: sent, read, edited, deleted. Source: Discord's resources/message.</summary>
internal sealed class MessageRoutes(World world)
{
    private const string Messages = "/channels/{channel_id}/messages", One = Messages + "/{message_id}";
    private readonly Access _access = new(world);
    private readonly Posting _posting = new(world);

    public IEnumerable<Route> All =>
    [
        new("POST", Messages, Create),
        new("GET", Messages, List),
        new("GET", One, Get),
        new("PATCH", One, Edit),
        new("DELETE", One, Delete),
        new("POST", "/channels/{channel_id}/typing", Type),
    ];

    private RestAnswer Create(RestCall call)
    {
        var channel = _access.Channel(call.Id("channel_id"), world.Bot.Id);
        return RestAnswer.Ok(MessageShape.Of(_posting.Send(channel, world.Bot, new(call.Form, call.Files)), world));
    }

    private RestAnswer List(RestCall call)
    {
        var channel = _access.Channel(call.Id("channel_id"), world.Bot.Id);
        // Discord answers an empty list, not a refusal, to those who may not read back.
        if (!_access.Of(channel, world.Bot.Id).HasFlag(Permission.ReadMessageHistory)) return RestAnswer.Ok(new JsonArray());
        var limit = call.Query["limit"].FirstOrDefault() is { } typed ? int.TryParse(typed, out var number) ? number : 0 : 50;
        if (limit is < 1 or > 100)
        {
            var errors = new FormErrors();
            errors.Add("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 100.");
            throw errors.Refusal;
        }

        return RestAnswer.Ok(new JsonArray([.. Page(channel, call, limit).Select(message => MessageShape.Of(message, world))]));
    }

    // Always newest first, wherever the page begins.
    private static IEnumerable<Message> Page(Channel channel, RestCall call, int limit)
    {
        var shown = channel.Shown;
        if (Snowflake.Read(call.Query["after"]) is { } after) return shown.Where(message => message.Id > after).Take(limit).Reverse();
        if (Snowflake.Read(call.Query["before"]) is { } before) shown = shown.Where(message => message.Id < before);
        else if (Snowflake.Read(call.Query["around"]) is { } around)
        {
            var older = shown.Where(message => message.Id <= around).TakeLast((limit / 2) + 1);
            return older.Concat(shown.Where(message => message.Id > around).Take(limit / 2)).TakeLast(limit).Reverse();
        }

        return shown.TakeLast(limit).Reverse();
    }

    private RestAnswer Get(RestCall call)
    {
        var channel = _access.Channel(call.Id("channel_id"), world.Bot.Id, Permission.ReadMessageHistory);
        return RestAnswer.Ok(MessageShape.Of(Access.Message(channel, call.Id("message_id")), world));
    }

    private RestAnswer Edit(RestCall call)
    {
        var channel = _access.Channel(call.Id("channel_id"), world.Bot.Id);
        var message = Access.Message(channel, call.Id("message_id"));
        if (message.Author != world.Bot) throw Refusal.NotYourMessage;
        Access.Awake(channel);
        _posting.Edit(channel, message, new(call.Form, call.Files), _access.Of(channel, world.Bot.Id).HasFlag(Permission.MentionEveryone));
        return RestAnswer.Ok(MessageShape.Of(message, world));
    }

    private RestAnswer Delete(RestCall call)
    {
        var channel = _access.Channel(call.Id("channel_id"), world.Bot.Id);
        var message = Access.Message(channel, call.Id("message_id"));
        if (message.Author != world.Bot && !_access.Of(channel, world.Bot.Id).HasFlag(Permission.ManageMessages))
            throw Refusal.MissingPermissions;
        Access.Awake(channel);
        channel.Messages.Remove(message);
        world.Events.MessageDelete(message, channel);
        return RestAnswer.Nothing;
    }

    private RestAnswer Type(RestCall call)
    {
        _access.Channel(call.Id("channel_id"), world.Bot.Id, Permission.SendMessages);
        return RestAnswer.Nothing;
    }
}
