using System.Text.Json.Nodes;
using Sitrep.LocalSlack.Api;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.Methods;

/// <summary><c>reactions.*</c>. An emoji is named without colons, with its skin tone behind <c>::</c>.</summary>
public static class ReactionMethods
{
    private const int MostKinds = 50;

    public static IEnumerable<Method> All { get; } =
    [
        new("reactions.add", Tier.Tier3, ["reactions:write"], Add),
        new("reactions.remove", Tier.Tier2, ["reactions:write"], Remove),
        new("reactions.get", Tier.Tier3, ["reactions:read"], Get) { IsFormOnly = true },
    ];

    /// <summary>Adds a reaction and tells who listens; null when done, else Slack's error.</summary>
    public static string? React(EventFeed events, SlackChannel channel, SlackMessage message, string by, string name)
    {
        var same = message.Reactions.Find(reaction => reaction.Name == name);
        if (same.Users?.Contains(by) == true) return "already_reacted";
        if (same.Users is not null) same.Users.Add(by);
        else if (message.Reactions.Count >= MostKinds) return "too_many_emoji";
        else message.Reactions.Add((name, [by]));
        Tell(events, channel, message, by, name, "reaction_added");
        return null;
    }

    public static string? Unreact(EventFeed events, SlackChannel channel, SlackMessage message, string by, string name)
    {
        if (message.Reactions.Find(reaction => reaction.Name == name).Users?.Remove(by) != true) return "no_reaction";
        message.Reactions.RemoveAll(reaction => reaction.Users.Count == 0);
        Tell(events, channel, message, by, name, "reaction_removed");
        return null;
    }

    private static JsonObject Add(ApiCall call)
    {
        var (channel, message) = Named(call);
        if (channel.IsArchived) throw new SlackRefusalException("is_archived");
        return React(call.Events, channel, message, call.Me, Name(call)) is { } error
            ? throw new SlackRefusalException(error)
            : ApiCall.Ok();
    }

    private static JsonObject Remove(ApiCall call)
    {
        var (channel, message) = Named(call);
        return Unreact(call.Events, channel, message, call.Me, Name(call)) is { } error
            ? throw new SlackRefusalException(error)
            : ApiCall.Ok();
    }

    private static JsonObject Get(ApiCall call)
    {
        var (channel, message) = Named(call);
        var shown = message.ToJson(call.Workspace);
        shown["permalink"] = ChatMethods.Permalink(call.Workspace, channel, message);
        return ApiCall.Ok(("type", "message"), ("channel", channel.Id), ("message", shown));
    }

    private static (SlackChannel Channel, SlackMessage Message) Named(ApiCall call)
    {
        if (call.Arguments.Text("channel") is null || call.Arguments.Text("timestamp") is not { } ts)
            throw new SlackRefusalException("no_item_specified");
        var channel = call.Channel();
        if (!ts.Contains('.', StringComparison.Ordinal)) throw new SlackRefusalException("bad_timestamp");
        return (channel, channel.Find(ts) ?? throw new SlackRefusalException("message_not_found"));
    }

    private static string Name(ApiCall call)
    {
        var name = call.Arguments.Required("name").Trim(':');
        return name.All(letter =>
            char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '_' or '-' or '+' or ':' or '\'')
            ? name
            : throw new SlackRefusalException("invalid_name");
    }

    private static void Tell(EventFeed events, SlackChannel channel, SlackMessage message, string by, string name, string type) =>
        events.In(channel, "reactions:read", new()
        {
            ["type"] = type,
            ["user"] = by,
            ["reaction"] = name,
            ["item_user"] = message.User,
            ["item"] = new JsonObject { ["type"] = "message", ["channel"] = channel.Id, ["ts"] = message.Ts },
        });
}
