using Sitrep.Incidents;

namespace Sitrep.Chat;

/// <summary>A platform's refusal, in the platform's own word for it: certainly nothing was done.</summary>
/// <param name="reason">The word (<c>is_archived</c>, <c>rate_limited</c>).</param>
/// <param name="permanent">True where asking again cannot help.</param>
/// <param name="retryAfter">How long the platform asks to wait, to the second; null where it says nothing.</param>
/// <param name="lost">How the channel got out of reach; null where it is not that.</param>
/// <param name="lacks">The scope that the bot lacks (<c>pins:write</c>); null where it is not that.</param>
internal sealed class PlatformRefusalException(
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
