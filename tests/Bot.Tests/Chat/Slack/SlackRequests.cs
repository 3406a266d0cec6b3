using System.Security.Cryptography;
using System.Text;
using Sitrep.Chat.Slack.Http;

namespace Sitrep.Tests.Chat.Slack;

/// <summary>Requests signed as Slack signs them.</summary>
internal static class SlackRequests
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    public static HttpRequestMessage Form(string body, DateTimeOffset at, string secret = Secret) =>
        Signed(body, "application/x-www-form-urlencoded", at, secret);

    public static HttpRequestMessage Json(string body, DateTimeOffset at) => Signed(body, "application/json", at, Secret);

    public static string Command(
        string text,
        string trigger,
        string command = "/incident",
        string channel = "C0001",
        string user = "U0001",
        string name = "ana") =>
        $"token=legacy&team_id=T0001&team_domain=acme&channel_id={channel}&channel_name=general&user_id={user}&user_name={name}&command={Uri.EscapeDataString(command)}"
        + $"&text={Uri.EscapeDataString(text)}&api_app_id=A0001&is_enterprise_install=false&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT0001%2F1%2Fx&trigger_id={trigger}";

    public static string Sign(string body, string timestamp, string secret = Secret) =>
        "v0="
        + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")));

    private static HttpRequestMessage Signed(string body, string type, DateTimeOffset at, string secret)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString();
        var request = new HttpRequestMessage(HttpMethod.Post, "/slack/events") { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Add(RequestSignature.TimestampHeader, timestamp);
        request.Headers.Add(RequestSignature.SignatureHeader, Sign(body, timestamp, secret));
        return request;
    }
}
