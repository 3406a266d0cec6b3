using System.Collections.Concurrent;
using System.Text.Json;
using Sitrep.Chat.Discord.Rest;
using Sitrep.Chat.Events;

namespace Sitrep.Chat.Discord.Gateway;

/// <summary>
/// Which channel a thread lies below. Events name a thread by its own id alone, and what is said in a thread below an
/// incident's channel belongs to the incident.
/// </summary>
internal sealed class ThreadParents(DiscordRest rest)
{
    // Channels that are no threads are kept with null: nobody asks for them twice.
    private readonly ConcurrentDictionary<string, string?> _parents = new(StringComparer.Ordinal);

    /// <summary>Learns what a dispatch tells.</summary>
    public void Learn(string dispatch, JsonElement data)
    {
        switch (dispatch)
        {
            case "GUILD_CREATE":
                foreach (var channel in data.Items("channels").Concat(data.Items("threads"))) Learn(channel);
                break;
            case "THREAD_LIST_SYNC":
                foreach (var thread in data.Items("threads")) Learn(thread);
                break;
            case "CHANNEL_CREATE" or "THREAD_CREATE" or "THREAD_UPDATE":
                Learn(data);
                break;
        }
    }

    /// <summary>The channel with the one above it, as far as it is known.</summary>
    public ChannelRef Place(string channel) => new(Platforms.Discord, channel, _parents.GetValueOrDefault(channel));

    /// <summary>The same, asked for where nobody told.</summary>
    public async Task<ChannelRef> PlaceAsync(string channel, CancellationToken cancellation)
    {
        if (_parents.ContainsKey(channel)) return Place(channel);
        try
        {
            var answer = await rest.SendAsync(RestRoute.Get("channels/{}", channel), null, cancellation);
            if (answer.Error is null) Learn(answer.Read(DiscordJson.Default.ChannelObject));
        }
        catch (Exception problem) when (problem is HttpRequestException or PlatformRefusalException)
        {
            // Then it is a channel of its own: the reaction may say nothing, but it changes nothing wrongly.
        }

        return Place(channel);
    }

    /// <summary>The same event with the channel above the one that it happened in.</summary>
    public async Task<ChatEvent> PlacedAsync(ChatEvent chatEvent, CancellationToken cancellation) => chatEvent is MessagePointedAt
        ? chatEvent with { Channel = await PlaceAsync(chatEvent.Channel.Id, cancellation) }
        : chatEvent;

    /// <summary>Learns a channel.</summary>
    public void Learn(ChannelObject channel) =>
        _parents[channel.Id] = ChannelType.IsThread(channel.Type) ? channel.ParentId : null;

    private void Learn(JsonElement channel)
    {
        if (channel.Text("id") is { } id && channel.Whole("type") is { } type) Learn(new ChannelObject(id, type, ParentId: channel.Text("parent_id")));
    }
}
