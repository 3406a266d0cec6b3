using Sitrep.Chat.Discord.Effects;
using Sitrep.Chat.Discord.Gateway;
using Sitrep.Chat.Discord.Rest;
using Sitrep.Chat.Effects;

namespace Sitrep.Chat.Discord;

/// <summary>Discord as the outbox sees it: it carries out one effect at a time and decides nothing.</summary>
internal sealed class DiscordPlatform(
    ChannelOpening opening,
    MessageSender speaking,
    MessageReading reading,
    DiscordRest rest,
    DiscordServer server,
    GatewayWorker gateway) : IEffectTarget
{
    // No call is made meanwhile; short, because somebody who invited it again waits.
    private static readonly TimeSpan _betweenTries = TimeSpan.FromSeconds(5);

    public string Name => Platforms.Discord;

    public string? Problem => rest.Problem ?? server.Problem ?? gateway.Problem;

    public async Task<DeliveryResult> DeliverAsync(OutboxItem delivery, CancellationToken cancellation)
    {
        // Outside of its server everything is refused, and nothing of it for good: somebody invites it again.
        if (server.Problem is { } outside) throw new PlatformRefusalException(outside, permanent: false, _betweenTries);
        switch (delivery.Effect)
        {
            case OpenChannel open:
                return new(await opening.OpenAsync(delivery, open, cancellation));
            case SetTopic topic:
                await opening.SetTopicAsync(delivery, topic, cancellation);
                return DeliveryResult.Nothing;
            case InvitePeople invite:
                await opening.InviteAsync(delivery, invite, cancellation);
                return DeliveryResult.Nothing;
            case PostMessage post:
                return new(await speaking.PostAsync(delivery, post.Message, cancellation));
            case TellPerson tell:
                return new(await speaking.PostAsync(delivery, tell.Message, cancellation));
            case UploadDocument upload:
                return new(await speaking.UploadAsync(delivery, upload, cancellation));
            case UpdateMessage update:
                await speaking.UpdateAsync(delivery, update, cancellation);
                return DeliveryResult.Nothing;
            case PinMessage:
                await speaking.PinAsync(delivery, cancellation);
                return DeliveryResult.Nothing;
            case ReadMessage read:
                await reading.ReadAsync(delivery, read, cancellation);
                return DeliveryResult.Nothing;
            default:
                throw new PlatformRefusalException($"Discord has no {delivery.Effect.GetType().Name}", permanent: true);
        }
    }

    public async Task<Search> FindAsync(OutboxItem delivery, CancellationToken cancellation) => delivery.Effect is OpenChannel open
        ? await opening.FindAsync(delivery, open, cancellation) is { } id ? Search.Found(id) : Search.Absent
        : await speaking.FindAsync(delivery, cancellation);

    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            return (await rest.SendAsync(RestRoute.Get("users/@me"), null, cancellation)).Error is null;
        }
        catch (Exception problem) when (problem is PlatformRefusalException or HttpRequestException)
        {
            return false;
        }
    }
}
