using System.Globalization;
using System.Text.Json;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Slack.Api;
using Sitrep.Chat.Slack.Blocks;

namespace Sitrep.Chat.Slack.Effects;

/// <summary>Opens and puts away an incident's channel. Whatever name is asked for, a channel is opened.</summary>
internal sealed class ChannelOpening(
    SlackApi api,
    ChannelSearch channels,
    Invitations invitations,
    SlackIdentity identity,
    ILogger<ChannelOpening> log)
{
    private const int LongestName = 80;
    private const int LongestTopic = 250;
    private const int MostSuffix = 9;

    /// <summary>Opens it.</summary>
    /// <returns>The channel's id and name.</returns>
    public async Task<DeliveryResult> OpenAsync(OpenChannel open, OutboxItem delivery, CancellationToken cancellation)
    {
        foreach (var name in Names(open, delivery))
        {
            try
            {
                var made = await api.CallAsync(
                    "conversations.create",
                    json =>
                    {
                        json.WriteString("name"u8, name);
                        json.WriteBoolean("is_private"u8, open.Private);
                    },
                    cancellation);
                var id = made.Text("channel", "id")
                    ?? throw new HttpRequestException("conversations.create: the answer names no channel");
                await FurnishAsync(id, open, cancellation);
                return new(id, made.Text("channel", "name"));
            }
            catch (PlatformRefusalException refusal)
                when (refusal.Message is "name_taken" || refusal.Message.StartsWith("invalid_name", StringComparison.Ordinal))
            {
                log.LogInformation("Slack does not take the channel name {Name}: {Reason}", name, refusal.Message);
            }
        }

        throw new PlatformRefusalException("name_taken", permanent: true);
    }

    /// <summary>Looks for a channel that an earlier try opened, by its name and creator, and finishes it.</summary>
    public async Task<Search> FindAsync(OpenChannel open, OutboxItem delivery, CancellationToken cancellation)
    {
        var me = await identity.AskAsync(cancellation);
        var names = Names(open, delivery).ToHashSet(StringComparer.Ordinal);
        // A workspace keeps channels for ever: one of that name from before was not made for this.
        var since = (delivery.At - TimeSpan.FromMinutes(5)).ToUnixTimeSeconds();
        var found = await channels.FirstAsync(
            channel => channel.Text("name") is { } name && names.Contains(name) && channel.Text("creator") == me.UserId
                && channel.Member("created") is { ValueKind: JsonValueKind.Number } created && created.GetInt64() >= since,
            withPrivate: open.Private,
            cancellation);
        if (found?.Text("id") is not { } id) return Search.Absent;
        await FurnishAsync(id, open, cancellation);
        return Search.Found(id, found.Value.Text("name"));
    }

    /// <summary>Gives it another topic.</summary>
    public async Task<DeliveryResult> SetTopicAsync(OutboxItem delivery, SetTopic topic, CancellationToken cancellation)
    {
        if (delivery.ChannelId is not { } id) throw new PlatformRefusalException("channel_not_found", permanent: true);
        await api.CallAsync("conversations.setTopic", json => WriteTopic(json, id, topic.Topic), cancellation);
        return DeliveryResult.Nothing;
    }

    /// <summary>Archives it.</summary>
    public async Task<DeliveryResult> ArchiveAsync(OutboxItem delivery, CancellationToken cancellation)
    {
        if (delivery.ChannelId is not { } id) throw new PlatformRefusalException("channel_not_found", permanent: true);
        try
        {
            await api.CallAsync("conversations.archive", json => json.WriteString("channel"u8, id), cancellation);
        }
        catch (PlatformRefusalException refusal) when (refusal.Message == "already_archived")
        {
            // As it should be.
        }

        return DeliveryResult.Nothing;
    }

    // The name as configured, then numbered, then one that nobody else can have.
    private static IEnumerable<string> Names(OpenChannel open, OutboxItem delivery)
    {
        var name = open.To.Channel;
        yield return name;
        for (var n = 2; n <= MostSuffix; n++) yield return $"{name[..Math.Min(name.Length, LongestName - 2)]}-{n}";
        yield return string.Create(CultureInfo.InvariantCulture, $"inc-{open.To.Incident?.Number ?? 0}-{delivery.At.ToUnixTimeSeconds()}");
    }

    // Everything here can be done twice. What is refused costs the topic or a guest, never the channel.
    private async Task FurnishAsync(string id, OpenChannel open, CancellationToken cancellation)
    {
        await TryAsync("conversations.setTopic", json => WriteTopic(json, id, open.Topic), cancellation);
        try
        {
            await invitations.InviteAsync(id, [.. open.Invite.Where(SlackPeople.Knows).Select(person => person.Id)], cancellation);
        }
        catch (PlatformRefusalException refusal) when (refusal.Permanent)
        {
            log.LogWarning("Nobody could be invited: {Reason}", refusal.Message);
        }
    }

    // Slack reads <!channel> and & in a topic as it does in a message, and counts the escapes.
    private static void WriteTopic(Utf8JsonWriter json, string channel, string topic)
    {
        json.WriteString("channel"u8, channel);
        var words = topic;
        while (Mrkdwn.Escape(words).Length > LongestTopic) words = BlockKit.Cut(topic, words.Length - 5);
        json.WriteString("topic"u8, Mrkdwn.Escape(words));
    }

    private async Task TryAsync(string method, Action<Utf8JsonWriter> write, CancellationToken cancellation)
    {
        try
        {
            await api.CallAsync(method, write, cancellation);
        }
        catch (PlatformRefusalException refusal) when (refusal.Permanent)
        {
            log.LogWarning("{Method} was refused: {Reason}", method, refusal.Message);
        }
    }
}
