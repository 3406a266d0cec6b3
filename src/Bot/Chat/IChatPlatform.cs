namespace Sitrep.Chat;

/// <summary>A chat platform as the outbox sees it: it carries out one effect at a time and decides nothing.</summary>
public interface IChatPlatform
{
    /// <summary><c>web</c>, <c>slack</c> or <c>discord</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Does what the effect says, once: a second call with the same <see cref="Delivery.Id"/> must find what the first one did.
    /// </summary>
    /// <returns>The platform's id of what was made (a channel, a message, a file); null where nothing has one.</returns>
    /// <exception cref="PlatformRefusalException">The platform said no.</exception>
    Task<string?> DeliverAsync(Delivery delivery, CancellationToken cancellation);
}

/// <summary>An effect on its way.</summary>
/// <param name="Id">The outbox row's id: the idempotency key towards the platform.</param>
/// <param name="Effect">What to do.</param>
/// <param name="ChannelId">The platform's id of the destination; null while the channel is not open yet.</param>
/// <param name="MessageId">The platform's id of the message that the effect's key names; null where it has none.</param>
/// <param name="At">When it was decided, UTC: the time a message shows.</param>
public sealed record Delivery(long Id, Effect Effect, string? ChannelId, string? MessageId, DateTimeOffset At);

/// <summary>A platform's refusal, in the platform's own word for it.</summary>
/// <param name="reason">The word (<c>is_archived</c>, <c>rate_limited</c>).</param>
/// <param name="permanent">True where asking again cannot help.</param>
public sealed class PlatformRefusalException(string reason, bool permanent) : Exception(reason)
{
    /// <summary>True where asking again cannot help.</summary>
    public bool Permanent { get; } = permanent;
}
