using Sitrep.Chat.Effects;
using Sitrep.Incidents;

namespace Sitrep.Chat;

/// <summary>A chat platform as the outbox sees it: it carries out one effect at a time and decides nothing.</summary>
public interface IEffectTarget
{
    /// <summary><c>web</c>, <c>slack</c> or <c>discord</c>.</summary>
    string Name { get; }

    /// <summary>What keeps it from working, with what mends it; null where nothing does.</summary>
    string? Problem => null;

    /// <summary>The name of a channel that was just opened or found; null where it is the one that was asked for.</summary>
    string? NameOf(string channelId) => null;

    /// <summary>
    /// Does what the effect says. What it did is found again by <see cref="FindAsync"/>, under the same <see cref="OutboxItem.Id"/>.
    /// </summary>
    /// <returns>The platform's id of what was made (a channel, a message, a file); null where nothing has one.</returns>
    /// <exception cref="PlatformRefusalException">The platform said no.</exception>
    Task<string?> DeliverAsync(OutboxItem delivery, CancellationToken cancellation);

    /// <summary>
    /// Looks for what an earlier attempt may have done: the process died, or the connection broke, after the request was
    /// sent and before the answer was known.
    /// </summary>
    Task<Search> FindAsync(OutboxItem delivery, CancellationToken cancellation);
}

/// <summary>What a search for an earlier attempt's work found.</summary>
/// <param name="Outcome">Whether it is there.</param>
/// <param name="ExternalId">The platform's id of it, where it is there and has one.</param>
public sealed record Search(SearchOutcome Outcome, string? ExternalId = null)
{
    /// <summary>It was never done, or doing it again is harmless.</summary>
    public static Search Absent { get; } = new(SearchOutcome.Absent);
}

/// <summary>Whether an earlier attempt did its work.</summary>
public enum SearchOutcome
{
    /// <summary>It did.</summary>
    Found,

    /// <summary>It did not, or doing it again is harmless.</summary>
    Absent,

    /// <summary>The platform cannot say now.</summary>
    Unknown,
}

/// <summary>An effect on its way.</summary>
/// <param name="Id">The outbox row's id: the idempotency key towards the platform.</param>
/// <param name="Effect">What to do.</param>
/// <param name="ChannelId">The platform's id of the destination; null while the channel is not open yet.</param>
/// <param name="MessageId">The platform's id of the message that the effect's key names; null where it has none.</param>
/// <param name="At">When it was decided, UTC: the time a message shows.</param>
public sealed record OutboxItem(long Id, Effect Effect, string? ChannelId, string? MessageId, DateTimeOffset At);

/// <summary>A platform's refusal, in the platform's own word for it: certainly nothing was done.</summary>
/// <param name="reason">The word (<c>is_archived</c>, <c>rate_limited</c>).</param>
/// <param name="permanent">True where asking again cannot help.</param>
/// <param name="retryAfter">How long the platform asks to wait, to the second; null where it says nothing.</param>
/// <param name="lost">How the channel got out of reach; null where it is not that.</param>
/// <param name="lacks">The scope that the bot lacks (<c>pins:write</c>); null where it is not that.</param>
public sealed class PlatformRefusalException(
    string reason, bool permanent, TimeSpan? retryAfter = null, ChannelLoss? lost = null, string? lacks = null) : Exception(reason)
{
    /// <summary>The scope that the bot lacks: an administrator has to give it.</summary>
    public string? Lacks { get; } = lacks;

    /// <summary>How the channel got out of reach: what was to be said there is said elsewhere.</summary>
    public ChannelLoss? Lost { get; } = lost;

    /// <summary>True where asking again cannot help.</summary>
    public bool Permanent { get; } = permanent;

    /// <summary>How long the platform asks to wait.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
