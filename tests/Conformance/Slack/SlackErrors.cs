using System.Collections.Frozen;

namespace Sitrep.Conformance.Slack;

/// <summary>The errors that every method may answer and no method's page repeats in the catalogue.</summary>
public static class SlackErrors
{
    /// <summary>Source: the common errors on <see href="https://docs.slack.dev/reference/methods/auth.test#errors"/>.</summary>
    public static FrozenSet<string> Everywhere { get; } =
        new[]
        {
            "access_denied",
            "accesslimited",
            "account_inactive",
            "deprecated_endpoint",
            "ekm_access_denied",
            "enterprise_is_restricted",
            "fatal_error",
            "internal_error",
            "invalid_arg_name",
            "invalid_arguments",
            "invalid_array_arg",
            "invalid_auth",
            "invalid_charset",
            "invalid_form_data",
            "invalid_json",
            "invalid_post_type",
            "is_bot",
            "json_not_object",
            "method_deprecated",
            "missing_post_type",
            "missing_scope",
            "no_permission",
            "not_allowed_token_type",
            "not_authed",
            "org_login_required",
            "ratelimited",
            "request_timeout",
            "service_unavailable",
            "team_access_not_granted",
            "team_added_to_org",
            "token_expired",
            "token_revoked",
            "two_factor_setup_required",
            "unknown_method",
            "user_is_bot",
            "user_is_restricted",
        }.ToFrozenSet(StringComparer.Ordinal);
}
