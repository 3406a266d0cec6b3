using Sitrep.Chat.Slack.Api;

namespace Sitrep.Chat.Slack.Effects;

/// <summary>Keeps a message where people find it: pinned, and as a bookmark under the channel's name.</summary>
internal sealed class PinsAndBookmarks(SlackApi api, ILogger<PinsAndBookmarks> log)
{
    /// <summary>Pins a message and bookmarks it.</summary>
    public async Task<DeliveryResult> PinAsync(OutboxItem delivery, CancellationToken cancellation)
    {
        var (channel, ts) = MessagePosting.Posted(delivery);
        try
        {
            await api.CallAsync("pins.add", json =>
            {
                json.WriteString("channel"u8, channel);
                json.WriteString("timestamp"u8, ts);
            }, cancellation);
            await BookmarkAsync(channel, ts, delivery.Effect.To.Incident is { } id ? $"{id} at a glance" : "Pinned", cancellation);
        }
        catch (PlatformRefusalException refusal) when (refusal.Message == "already_pinned")
        {
            // As it should be.
        }

        return new(delivery.MessageId);
    }

    // A convenience: what is refused costs the bookmark alone, and none comes twice.
    private async Task BookmarkAsync(string channel, string ts, string title, CancellationToken cancellation)
    {
        try
        {
            var answer = await api.AskAsync("chat.getPermalink", [new("channel", channel), new("message_ts", ts)], cancellation);
            if (answer.Text("permalink") is not { } link) return;
            await api.CallAsync("bookmarks.add", json =>
            {
                json.WriteString("channel_id"u8, channel);
                json.WriteString("title"u8, title);
                json.WriteString("type"u8, "link"u8);
                json.WriteString("link"u8, link);
                json.WriteString("emoji"u8, ":rotating_light:"u8);
            }, cancellation);
        }
        catch (Exception problem) when (problem is PlatformRefusalException or HttpRequestException)
        {
            log.LogInformation("The card has no bookmark: {Reason}", problem.Message);
        }
    }
}
