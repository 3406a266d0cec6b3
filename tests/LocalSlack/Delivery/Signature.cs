using System.Security.Cryptography;
using System.Text;

namespace Sitrep.LocalSlack.Delivery;

/// <summary>How Slack signs a request. Source: <see href="https://docs.slack.dev/authentication/verifying-requests-from-slack"/>.</summary>
public static class Signature
{
    /// <summary>The value of <c>X-Slack-Signature</c>: <c>v0=</c> and 64 hexadecimal digits.</summary>
    /// <param name="secret">The app's signing secret.</param>
    /// <param name="timestamp">Unix seconds, as in <c>X-Slack-Request-Timestamp</c>.</param>
    /// <param name="body">The raw body.</param>
    public static string Of(string secret, string timestamp, string body) =>
        "v0="
        + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")));
}
