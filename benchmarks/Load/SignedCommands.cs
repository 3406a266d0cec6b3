using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Sitrep.Benchmarks.Load;

/// <summary>Slash commands as Slack sends them over HTTP: a signed form with an id of its own each.</summary>
internal sealed class SignedCommands
{
    /// <summary>The secret that both sides know.</summary>
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private const string Path = "/slack/events";
    private static long _sent;
    private readonly byte[] _key = Encoding.UTF8.GetBytes(Secret);
    private readonly byte[] _signed = new byte[2048];
    private readonly byte[] _request = new byte[4096];

    /// <summary>The next request, whole.</summary>
    /// <param name="incident">The incident that it is about.</param>
    public ReadOnlyMemory<byte> Next(long incident = 1)
    {
        var id = Interlocked.Increment(ref _sent);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        Utf8.TryWrite(_signed, CultureInfo.InvariantCulture, $"v0:{now}:", out var start);
        Utf8.TryWrite(
            _signed.AsSpan(start),
            CultureInfo.InvariantCulture,
            $"token=gIkuvaNzQIHg97ATvDxqgjtO&team_id=T0001&team_domain=example&channel_id=C2147483705&channel_name=general&user_id=U2147483697&user_name=amina&command=%2Ftimeline&text=INC-{incident}+rolled+back+the+checkout+service%2C+step+{id}&api_app_id=A123456&is_enterprise_install=false&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT0001%2F1%2F{id}&trigger_id={Environment.ProcessId}.{id}.738474920",
            out var body);
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(_key, _signed.AsSpan(0, start + body), hash);
        Utf8.TryWrite(
            _request,
            CultureInfo.InvariantCulture,
            $"POST {Path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: Slackbot 1.0 (+https://api.slack.com/robots)\r\nAccept: application/json,*/*\r\nContent-Type: application/x-www-form-urlencoded\r\nX-Slack-Request-Timestamp: {now}\r\nX-Slack-Signature: v0={Convert.ToHexStringLower(hash)}\r\nContent-Length: {body}\r\n\r\n",
            out var head);
        _signed.AsSpan(start, body).CopyTo(_request.AsSpan(head));
        return _request.AsMemory(0, head + body);
    }
}
