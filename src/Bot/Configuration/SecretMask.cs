using System.Data.Common;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sitrep.Configuration;

/// <summary>
/// Takes secrets out of what is logged: the configured ones to the letter, and whatever looks like one (a platform's
/// token, a callback address that is a credential). The last line of defence; no caller may rely on it.
/// </summary>
internal sealed partial class SecretMask(IEnumerable<string> secrets)
{
    private const int Shortest = 6;
    private static readonly string[] _named = ["token", "secret", "password", "otlp_headers", "traces_headers"];

    // As it is, and as JSON writes it.
    private readonly IReadOnlyList<string> _secrets =
    [
        .. secrets
            .Where(secret => secret.Length >= Shortest)
            .SelectMany(secret => (string[])[secret, JsonEncodedText.Encode(secret).Value])
            .Distinct()
            .OrderByDescending(secret => secret.Length),
    ];

    /// <summary>A mask for what a configuration holds: every key that is named like a secret.</summary>
    public static SecretMask Of(IConfiguration configuration) =>
        new(
            configuration
                .AsEnumerable()
                .Where(entry =>
                    entry.Value is { Length: > 0 } && _named.Any(name => entry.Key.EndsWith(name, StringComparison.OrdinalIgnoreCase)))
                .Select(entry => entry.Value!.Trim())
                .Concat(Password(configuration["Database:ConnectionString"])));

    /// <summary>The text without secrets.</summary>
    public string Apply(string text)
    {
        foreach (var secret in _secrets) text = text.Replace(secret, Secret.Shown, StringComparison.Ordinal);
        return Looks().Replace(text, Secret.Shown);
    }

    private static IEnumerable<string> Password(string? connection)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connection };
            return parts.TryGetValue("Password", out var password) || parts.TryGetValue("Pwd", out password) ? [(string)password] : [];
        }
        catch (ArgumentException)
        {
            // Not understood, therefore never used: the options refuse it.
            return [];
        }
    }

    // Slack: api.slack.com/concepts/token-types, response_url; Discord: an interaction's token in its address, a bot's token.
    [GeneratedRegex(
        """
        \bxox[a-z](?:\.xox[a-z])?-[\w-]{6,} | \bxapp-[\w-]{6,}
        | (?<=hooks\.slack\.com/[a-z]+/)[\w/%.-]+
        | (?<=/(?:interactions|webhooks)/\d+/)[\w%.-]{20,}
        | \b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}
        | (?<=\b(?:Bearer|Basic|Bot)\ )[\w.~+/=-]{16,}
        | (?<=://)[^\s/@:"]+:[^\s/@"]+(?=@)
        | (?<=\b(?:password|pwd|passwd|token|secret|ticket)=)[^\s;&"',}\\]+
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Looks();
}
