using Sitrep.Incidents;

namespace Sitrep.Chat.Slack.Api;

/// <summary>The meaning of Slack's errors for the sender (docs.slack.dev/reference/methods, the errors of each method).</summary>
internal static class SlackErrors
{
    private static readonly HashSet<string> _open = new(StringComparer.Ordinal)
    {
        // "It's possible some aspect of the operation succeeded before the error was raised."
        "fatal_error", "internal_error", "request_timeout", "service_unavailable",
    };

    private static readonly HashSet<string> _limits = new(StringComparer.Ordinal)
    {
        "ratelimited", "rate_limited", "message_limit_exceeded", "too_many_requests",
    };

    private static readonly HashSet<string> _token = new(StringComparer.Ordinal)
    {
        "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "org_login_required", "ekm_access_denied",
        "team_access_not_granted", "access_denied", "enterprise_is_restricted",
    };

    private static readonly HashSet<string> _passing = new(StringComparer.Ordinal)
    {
        "external_channel_migrating", "accesslimited", "team_added_to_org", "update_failed",
    };

    /// <summary>Whether it may have been done all the same.</summary>
    public static bool LeaveItOpen(string error) => _open.Contains(error);

    /// <summary>Whether it was too much at once.</summary>
    public static bool AreLimits(string error) => _limits.Contains(error);

    /// <summary>Whether nothing will work until somebody mends the token.</summary>
    public static bool ConcernTheToken(string error) => _token.Contains(error);

    /// <summary>Whether the same call may succeed later.</summary>
    public static bool Pass(string error) => _passing.Contains(error);

    /// <summary>How the channel got out of reach, where that is what the error says.</summary>
    public static ChannelLoss? Loss(string error) => error switch
    {
        // chat.update says is_inactive, files.completeUploadExternal posting_to_channel_denied.
        "is_archived" or "is_inactive" or "posting_to_channel_denied" => ChannelLoss.Archived,
        "channel_not_found" => ChannelLoss.Deleted,
        "not_in_channel" => ChannelLoss.Removed,
        _ => null,
    };
}
