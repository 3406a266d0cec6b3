using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sitrep.Benchmarks.Load;

/// <summary>One keep-alive connection over a bare socket: the cheapest sender, so that the receiver is what is measured.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answer = new byte[64 * 1024];

    /// <summary>Connects.</summary>
    public Task OpenAsync(int port) => _socket.ConnectAsync(IPAddress.Loopback, port);

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <exception cref="InvalidDataException">The answer is not 200, or does not hold what was expected.</exception>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> request, ReadOnlyMemory<byte> expected)
    {
        await _socket.SendAsync(request);
        int read = 0, length = -1;
        while (length < 0 || read < length)
        {
            var count = await _socket.ReceiveAsync(_answer.AsMemory(read));
            if (count == 0) throw new InvalidDataException("The connection was closed in the middle of an answer.");
            read += count;
            if (length < 0) length = Length(_answer.AsSpan(0, read));
        }

        if (!_answer.AsSpan(0, 12).SequenceEqual("HTTP/1.1 200"u8) || _answer.AsSpan(0, read).IndexOf(expected.Span) < 0)
            throw new InvalidDataException("Not acknowledged: " + Encoding.UTF8.GetString(_answer, 0, Math.Min(read, 2_000)));
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    // Head and body together; -1 while the head is not complete, or while a chunked body has not ended.
    private static int Length(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0) return -1;
        var head = Encoding.ASCII.GetString(answer[..end]);
        var at = head.IndexOf("Content-Length:", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return answer.EndsWith("0\r\n\r\n"u8) ? answer.Length : -1;
        var line = head.IndexOf('\r', at) is var stop and > 0 ? head[(at + 15)..stop] : head[(at + 15)..];
        return end + 4 + int.Parse(line.AsSpan().Trim(), CultureInfo.InvariantCulture);
    }
}
