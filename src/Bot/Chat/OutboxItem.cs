using Sitrep.Chat.Effects;

namespace Sitrep.Chat;

/// <summary>An effect on its way.</summary>
/// <param name="Id">The outbox row's id: the idempotency key towards the platform.</param>
/// <param name="Effect">What to do.</param>
/// <param name="ChannelId">The platform's id of the destination; null while the channel is not open yet.</param>
/// <param name="MessageId">The platform's id of the message that the effect's key names; null where it has none.</param>
/// <param name="At">When it was decided, UTC: the time a message shows.</param>
internal sealed record OutboxItem(long Id, Effect Effect, string? ChannelId, string? MessageId, DateTimeOffset At);
