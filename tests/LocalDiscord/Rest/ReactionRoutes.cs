using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.Shapes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Rest;

/// <summary>Reactions. Source: Discord's resources/message.</summary>
internal sealed class ReactionRoutes(World world)
{
    private const string Reaction = "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}";
    private readonly Access _access = new(world);

    public IEnumerable<Route> All =>
    [
        new("PUT", Reaction + "/@me", Add),
        new("DELETE", Reaction + "/@me", Remove),
        new("GET", Reaction, List),
    ];

    private RestAnswer Add(RestCall call)
    {
        var channel = _access.Channel(call.Id("channel_id"), world.Bot.Id, Permission.ReadMessageHistory);
        var message = Access.Message(channel, call.Id("message_id"));
        Reactions.Add(world, channel, message, world.Bot.Id, call.Values["emoji_name"]);
        return RestAnswer.Nothing;
    }

    private RestAnswer Remove(RestCall call)
    {
        var channel = _access.Channel(call.Id("channel_id"), world.Bot.Id, Permission.ReadMessageHistory);
        var message = Access.Message(channel, call.Id("message_id"));
        Reactions.Remove(world, channel, message, world.Bot.Id, call.Values["emoji_name"]);
        return RestAnswer.Nothing;
    }

    private RestAnswer List(RestCall call)
    {
        var channel = _access.Channel(call.Id("channel_id"), world.Bot.Id, Permission.ReadMessageHistory);
        var by = Access.Message(channel, call.Id("message_id")).Reactions.GetValueOrDefault(call.Values["emoji_name"]) ?? [];
        return RestAnswer.Ok(new JsonArray([.. by.Select(id => UserShape.Of(world.Guild.Members[id].User))]));
    }
}

/// <summary>What a reaction does, the bot's or a person's.</summary>
internal static class Reactions
{
    private const int MaxKinds = 20;

    public static void Add(World world, Channel channel, Message message, Snowflake by, string emoji)
    {
        // A guild's own emoji is name:id; anything else must be a character outside ASCII.
        if (!emoji.Contains(':') && emoji.All(char.IsAscii)) throw Refusal.UnknownEmoji;
        Access.Awake(channel);
        var isNewKind = !message.Reactions.ContainsKey(emoji);
        // Joining a reaction needs no permission, beginning one does.
        if (isNewKind && !PermissionRules.Of(world.Guild, by, channel).HasFlag(Permission.AddReactions)) throw Refusal.MissingPermissions;
        if (isNewKind && message.Reactions.Count >= MaxKinds) throw Refusal.TooManyReactions;
        if (isNewKind) message.Reactions[emoji] = [];
        if (message.Reactions[emoji].Contains(by)) return;
        message.Reactions[emoji].Add(by);
        world.Events.Reaction(message, channel, by, emoji, added: true);
    }

    public static void Remove(World world, Channel channel, Message message, Snowflake by, string emoji)
    {
        Access.Awake(channel);
        if (!message.Reactions.TryGetValue(emoji, out var all) || !all.Remove(by)) return;
        if (all.Count == 0) message.Reactions.Remove(emoji);
        world.Events.Reaction(message, channel, by, emoji, added: false);
    }
}
