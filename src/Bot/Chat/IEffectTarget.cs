namespace Sitrep.Chat;

/// <summary>
/// Where effects go, as the outbox sees it: a chat platform, or whatever else carries one effect at a time and decides nothing.
/// The outbox keeps what it promises (nothing lost, nothing twice) only if a target keeps this protocol: an exception that is no
/// <see cref="PlatformRefusalException"/> means that nobody knows whether the effect was done. The outbox then asks
/// <see cref="FindAsync"/> before it delivers again.
/// </summary>
internal interface IEffectTarget
{
    /// <summary><c>web</c>, <c>slack</c> or <c>discord</c>.</summary>
    string Name { get; }

    /// <summary>The problem that keeps it from working, with its remedy; null for none.</summary>
    string? Problem => null;

    /// <summary>
    /// Does what the effect says, so that <see cref="FindAsync"/> finds it again under the same
    /// <see cref="OutboxItem.Id"/>.
    /// </summary>
    /// <returns>What the platform made.</returns>
    /// <exception cref="PlatformRefusalException">The platform said no: certainly nothing was done.</exception>
    /// <exception cref="HttpRequestException">The platform did not answer: nobody knows whether it was done.</exception>
    /// <exception cref="IOException">The connection broke: nobody knows whether it was done.</exception>
    /// <exception cref="OperationCanceledException">
    /// The platform took too long, or the bot stops: nobody knows whether it was done.
    /// </exception>
    Task<DeliveryResult> DeliverAsync(OutboxItem delivery, CancellationToken cancellation);

    /// <summary>Looks for what an earlier attempt may have done, where nobody knows.</summary>
    /// <exception cref="PlatformRefusalException">The platform does not let the bot look.</exception>
    /// <exception cref="HttpRequestException">The platform did not answer; the outbox asks again later.</exception>
    Task<Search> FindAsync(OutboxItem delivery, CancellationToken cancellation);

    /// <summary>Whether it answers anything now: then an effect that it cannot do is not done by waiting for it.</summary>
    /// <returns>False where it does not, or nobody knows.</returns>
    Task<bool> AnswersAsync(CancellationToken cancellation) => Task.FromResult(true);
}
