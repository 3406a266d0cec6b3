using System.Text.Json;
using Sitrep.Chat.Discord.Rest;
using Sitrep.Chat.Events;
using Sitrep.Commands.Events;
using Sitrep.Incidents;
using Sitrep.Occurrences;
using Sitrep.Storage;
using Sitrep.Storage.Rows;

namespace Sitrep.Chat.Discord.Gateway;

/// <summary>
/// A new session tells nothing of what happened before it. So the recent messages of every open incident, and of the
/// threads below its channel, are looked through for 📌 that came or went meanwhile.
/// </summary>
internal sealed class MissedReactions(
    DiscordRest rest,
    DiscordServer server,
    DiscordOptions options,
    ThreadParents threads,
    IStore store,
    CommandHandler handler,
    TimeProvider clock,
    ILogger<MissedReactions> log)
{
    private const int Page = 100;
    private const int MostPages = 3;
    private static readonly TimeSpan _longestWait = TimeSpan.FromMinutes(1);

    /// <summary>Looks.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        if (!options.RecordReactions) return;
        try
        {
            var incidents = Open();
            if (incidents.Count == 0) return;
            var below = await ThreadsAsync(incidents, cancellation);
            foreach (var channel in incidents.Select(threads.Place).Concat(below))
                await LookAsync(channel, cancellation);
        }
        catch (Exception problem) when (problem is HttpRequestException or PlatformRefusalException or JsonException or StoreException)
        {
            // The next session looks again.
            log.LogWarning("Reactions of the time without a connection could not be looked for: {Problem}", problem.Message);
        }
    }

    private async Task<List<ChannelRef>> ThreadsAsync(List<string> incidents, CancellationToken cancellation)
    {
        var active = (await AskAsync(RestRoute.Get("guilds/{}/threads/active", await server.GuildIdAsync(cancellation)), cancellation))
            .Read(DiscordJson.Default.ThreadList)
            .Threads.Where(thread => thread.ParentId is { } parent && incidents.Contains(parent))
            .ToList();
        active.ForEach(threads.Learn);
        return [.. active.Select(thread => threads.Place(thread.Id))];
    }

    private async Task LookAsync(ChannelRef channel, CancellationToken cancellation)
    {
        var before = "";
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await AskAsync(RestRoute.Get("channels/{}/messages", channel.Id).Asking($"limit={Page}{before}"), cancellation);
            // A channel that is out of reach has nothing to read.
            if (answer.Error is not null) return;
            var messages = answer.Read(DiscordJson.Default.IReadOnlyListMessageObject);
            foreach (var message in messages.Reverse()) await CompareAsync(channel, message, cancellation);
            if (messages.Count < Page) return;
            before = $"&before={messages[^1].Id}";
        }
    }

    private async Task CompareAsync(ChannelRef channel, MessageObject message, CancellationToken cancellation)
    {
        var known = Standing(channel, message.Id);
        var marked = message.Reactions?.Any(reaction => reaction.Emoji?.Name == GatewayEventTranslator.Pushpin) == true;
        if (!marked && known.Count == 0) return;
        var by = marked ? await PeopleAsync(channel, message.Id, cancellation) : [];
        foreach (var person in by.Where(person => !known.Contains(PickMessage.PickOf(PickWay.Reaction, person))))
            await handler.HandleAsync(new MessagePointedAt(channel, person, null, message.Id, null, PickWay.Reaction));
        foreach (var pick in known.Where(pick => by.TrueForAll(person => pick != PickMessage.PickOf(PickWay.Reaction, person))))
            await handler.HandleAsync(
                new MessageUnpicked(channel, GatewayEventTranslator.PersonOf(pick), null, message.Id, PickWay.Reaction));
    }

    private async Task<List<Person>> PeopleAsync(ChannelRef channel, string message, CancellationToken cancellation)
    {
        var route = RestRoute.Get("channels/{}/messages/{}/reactions/{}", channel.Id, message, GatewayEventTranslator.Pushpin);
        var answer = await AskAsync(route.Asking($"limit={Page}"), cancellation);
        return
        [
            .. answer
                .Read(DiscordJson.Default.IReadOnlyListUserObject)
                .Where(user => !user.Bot)
                .Select(user => DiscordPeople.Of(user, null)),
        ];
    }

    // Nobody waits for this: where Discord asks for a moment, it is given one.
    private async Task<RestAnswer> AskAsync(RestRoute route, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await rest.SendAsync(route, null, cancellation);
            }
            catch (PlatformRefusalException refusal) when (refusal is { Permanent: false, RetryAfter: { } wait } && wait <= _longestWait)
            {
                await Task.Delay(wait, clock, cancellation);
            }
        }
    }

    private List<string> Open()
    {
        using var connection = store.Open();
        return
        [
            .. IncidentQueries
                .Open(connection)
                .Where(incident => incident is { Platform: Platforms.Discord, ChannelId: not null })
                .Select(incident => incident.ChannelId!),
        ];
    }

    private List<string> Standing(ChannelRef channel, string message)
    {
        using var connection = store.Open();
        return
        [
            .. SourceMessages
                .Find(connection, new(Platforms.Discord, channel.Id, message))
                .Standing.Where(GatewayEventTranslator.IsReaction),
        ];
    }
}
