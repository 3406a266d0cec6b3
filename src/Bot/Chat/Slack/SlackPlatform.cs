using Sitrep.Chat.Effects;
using Sitrep.Chat.Slack.Api;
using Sitrep.Chat.Slack.Effects;

namespace Sitrep.Chat.Slack;

/// <summary>Slack as the outbox sees it: each effect is one or a few calls, and can be looked for afterwards.</summary>
internal sealed class SlackPlatform(
    ChannelOpening opening,
    Invitations invitations,
    MessagePosting posting,
    PinsAndBookmarks keeping,
    FilePosting files,
    MessageReading reading,
    SlackApi api,
    SlackStatus standing) : IEffectTarget
{
    public string Name => Platforms.Slack;

    public string? Problem => standing.Problem;

    public Task<DeliveryResult> DeliverAsync(OutboxItem delivery, CancellationToken cancellation) => delivery.Effect switch
    {
        OpenChannel open => opening.OpenAsync(open, delivery, cancellation),
        SetTopic topic => opening.SetTopicAsync(delivery, topic, cancellation),
        InvitePeople invite => invitations.InviteAsync(delivery, invite, cancellation),
        ArchiveChannel => opening.ArchiveAsync(delivery, cancellation),
        PostMessage post => posting.PostAsync(delivery, post.Message, cancellation),
        TellPerson tell => posting.TellAsync(delivery, tell, cancellation),
        UpdateMessage update => posting.UpdateAsync(delivery, update.Message, cancellation),
        PinMessage => keeping.PinAsync(delivery, cancellation),
        UploadDocument upload => files.UploadAsync(delivery, upload, cancellation),
        ReadMessage read => reading.ReadAsync(delivery, read, cancellation),
        _ => throw new InvalidOperationException($"An effect that Slack does not know: {delivery.Effect.GetType().Name}"),
    };

    public Task<Search> FindAsync(OutboxItem delivery, CancellationToken cancellation) => delivery.Effect switch
    {
        OpenChannel open => opening.FindAsync(open, delivery, cancellation),
        PostMessage => posting.FindAsync(delivery, cancellation),
        UploadDocument upload => files.FindAsync(delivery, upload, cancellation),
        // A message to one person lies in a conversation that the bot may not read.
        TellPerson => Task.FromResult(Search.Unknown),
        // Setting a message to what it shall say, pinning, inviting, reading and archiving can be done again.
        _ => Task.FromResult(Search.Absent),
    };

    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await api.AskAsync("auth.test", [], cancellation);
            return true;
        }
        catch (Exception problem) when (problem is PlatformRefusalException or HttpRequestException)
        {
            return false;
        }
    }
}
