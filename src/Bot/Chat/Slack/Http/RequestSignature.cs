using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Sitrep.Chat.Slack.Http;

/// <summary>
/// Whether a request is Slack's: <c>v0=</c> and the HMAC-SHA256 of <c>v0:timestamp:body</c>
/// (docs.slack.dev/authentication/verifying-requests-from-slack).
/// </summary>
internal sealed class RequestSignature(string secret, TimeProvider clock)
{
    /// <summary>The header that carries the signature.</summary>
    public const string SignatureHeader = "X-Slack-Signature";

    /// <summary>The header that carries the time, in seconds since 1970.</summary>
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    /// <summary>How many bytes the caller leaves free in front of the body for what is signed with it.</summary>
    public const int Room = 32;

    private const string Version = "v0=";
    private const long MostAge = 5 * 60;
    private const int HashBytes = 32;
    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret);

    /// <summary>Checks a request.</summary>
    /// <param name="signature">The signature header.</param>
    /// <param name="timestamp">The timestamp header.</param>
    /// <param name="buffer"><see cref="Room"/> bytes to write into, and the raw body behind them.</param>
    public bool IsValid(StringValues signature, StringValues timestamp, Span<byte> buffer)
    {
        if (signature.Count != 1 || timestamp.Count != 1) return false;
        var sent = timestamp[0].AsSpan();
        if (!long.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || sent.Length > 12) return false;
        // Both ways: a time from the future would stay fresh for as long as its sender likes.
        if (Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - seconds) > MostAge) return false;
        var given = signature[0].AsSpan();
        if (!given.StartsWith(Version, StringComparison.Ordinal) || given.Length != Version.Length + HashBytes * 2) return false;
        Span<byte> claimed = stackalloc byte[HashBytes];
        if (Convert.FromHexString(given[Version.Length..], claimed, out _, out _) != System.Buffers.OperationStatus.Done) return false;
        Span<byte> computed = stackalloc byte[HashBytes];
        HMACSHA256.HashData(_key, Signed(sent, buffer), computed);
        return CryptographicOperations.FixedTimeEquals(claimed, computed);
    }

    // Written right before the body, so that one pass over one piece of memory computes the hash.
    private static Span<byte> Signed(ReadOnlySpan<char> timestamp, Span<byte> buffer)
    {
        var start = Room - timestamp.Length - 4;
        "v0:"u8.CopyTo(buffer[start..]);
        Encoding.ASCII.GetBytes(timestamp, buffer[(start + 3)..]);
        buffer[Room - 1] = (byte)':';
        return buffer[start..];
    }
}
