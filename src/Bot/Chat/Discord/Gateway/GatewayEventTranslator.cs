using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Sitrep.Chat.Discord.Rendering;
using Sitrep.Chat.Discord.Rest;
using Sitrep.Chat.Events;
using Sitrep.Incidents;
using Sitrep.Storage;
using Sitrep.Storage.Rows;

namespace Sitrep.Chat.Discord.Gateway;

/// <summary>Translates what happens in the server's channels, and decides nothing.</summary>
internal sealed class GatewayEventTranslator(
    DiscordServer server,
    DiscordOptions options,
    NameCache names,
    ThreadParents threads,
    IStore store)
{
    /// <summary>The reaction that records a message.</summary>
    public const string Pushpin = "📌";

    private const string PickedByReaction = "reaction/";

    /// <summary>Whether it is this bot's server.</summary>
    public bool Serves(string? guild) => server.Serves(guild);

    /// <summary>Whether a pick is somebody's reaction.</summary>
    public static bool IsReaction(string pick) => pick.StartsWith(PickedByReaction, StringComparison.Ordinal);

    /// <summary>Whose reaction a pick is.</summary>
    public static Person PersonOf(string pick) => Who(pick[PickedByReaction.Length..]);

    /// <summary>The events; none where it means nothing to the bot.</summary>
    public IEnumerable<ChatEvent> Read(string name, JsonElement data)
    {
        // Many messages deleted at once arrive as one event.
        if (name == "MESSAGE_DELETE_BULK" && options.RecordReactions)
            return Read(data, HappeningJson.Default.ManyDeletedObject) is { Ids: { } ids } all && Serves(all.GuildId)
                ? ids.Select(id => new MessageDeleted(At(all.ChannelId), DiscordPeople.Somebody, null, id))
                : [];
        if (name is "MESSAGE_REACTION_REMOVE_ALL" or "MESSAGE_REACTION_REMOVE_EMOJI" && options.RecordReactions) return Cleared(data);
        return One(name, data) is { } one ? [one] : [];
    }

    // A moderator who clears reactions is told of without those whose reactions they were.
    private IEnumerable<ChatEvent> Cleared(JsonElement data)
    {
        if (Read(data, HappeningJson.Default.ClearedObject) is not { Emoji: null or { Name: Pushpin } } cleared || !Serves(cleared.GuildId))
            return [];
        using var connection = store.Open();
        return
        [
            .. SourceMessages
                .Find(connection, new(Platforms.Discord, cleared.ChannelId, cleared.MessageId))
                .Standing.Where(IsReaction)
                .Select(pick => new MessageUnpicked(
                    At(cleared.ChannelId),
                    PersonOf(pick),
                    null,
                    cleared.MessageId,
                    PickWay.Reaction)),
        ];
    }

    private ChatEvent? One(string name, JsonElement data) =>
        name switch
        {
            "CHANNEL_DELETE" or "THREAD_DELETE" => Channel(data) is { } channel ? Lost(channel) : null,
            "CHANNEL_UPDATE" or "THREAD_UPDATE" => Channel(data) is { Name: { } title } channel
                ? new ChannelRenamed(new(Platforms.Discord, channel.Id), DiscordPeople.Somebody, null, title)
                : null,
            "MESSAGE_REACTION_ADD" when options.RecordReactions => Reaction(data) is { } put
                ? new MessagePointedAt(At(put.ChannelId), Who(put), null, put.MessageId, null, PickWay.Reaction)
                : null,
            "MESSAGE_REACTION_REMOVE" when options.RecordReactions => Reaction(data) is { } taken
                ? new MessageUnpicked(At(taken.ChannelId), Who(taken), null, taken.MessageId, PickWay.Reaction)
                : null,
            "MESSAGE_UPDATE" when options.RecordReactions => Read(data, HappeningJson.Default.MessageObject)
                is { Content: not null, ChannelId: { } channel, Author.Bot: false } edited
            && Serves(edited.GuildId)
                ? new MessageEdited(
                    At(channel),
                    DiscordPeople.Of(edited.Author, null),
                    null,
                    edited.Id,
                    MessageObjects.Words(edited, names))
                : null,
            "MESSAGE_DELETE" when options.RecordReactions => Read(data, HappeningJson.Default.DeletedObject) is { } deleted
            && Serves(deleted.GuildId)
                ? new MessageDeleted(At(deleted.ChannelId), DiscordPeople.Somebody, null, deleted.Id)
                : null,
            _ => null,
        };

    private ChannelLost Lost(ChannelObject channel)
    {
        server.Forget(channel.Id);
        return new(new(Platforms.Discord, channel.Id), DiscordPeople.Somebody, null, ChannelLoss.Deleted);
    }

    private ChannelObject? Channel(JsonElement data) =>
        Read(data, HappeningJson.Default.ChannelObject) is { } channel && Serves(channel.GuildId) ? channel : null;

    // Channels are opened by the bot, messages pinned by people: its own reactions are nobody's pick.
    private ReactionObject? Reaction(JsonElement data) =>
        Read(data, HappeningJson.Default.ReactionObject) is { Emoji.Name: Pushpin } reaction
        && Serves(reaction.GuildId)
        && reaction.Member?.User?.Bot != true
            ? reaction
            : null;

    private static Person Who(ReactionObject reaction) =>
        reaction.Member is { User: { } user } member ? DiscordPeople.Of(user, member.Nick) : Who(reaction.UserId);

    private static Person Who(string id) => DiscordPeople.Of(id, id);

    private ChannelRef At(string channel) => threads.Place(channel);

    private static T? Read<T>(JsonElement data, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return data.Deserialize(type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
