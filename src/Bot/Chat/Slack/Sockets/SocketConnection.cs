using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using Sitrep.Chat.Slack.Api;

namespace Sitrep.Chat.Slack.Sockets;

/// <summary>One WebSocket to Slack, from its hello to its end.</summary>
internal sealed class SocketConnection : IAsyncDisposable
{
    private const int LargestFrame = 1 << 20;
    private static readonly TimeSpan _helloWithin = TimeSpan.FromSeconds(10);
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly TaskCompletionSource _wantsReplacement = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly EnvelopeReceiver _receiver;
    private readonly ILogger _log;
    private readonly SocketWatchdog _silence;
    private readonly HttpMessageInvoker _line;
    private Ended _end = Ended.Broken;

    private SocketConnection(EnvelopeReceiver receiver, SlackOptions options, TimeProvider clock, ILogger log)
    {
        _receiver = receiver;
        _log = log;
        _silence = new(clock, options.SilentAfter, _socket.Abort);
        _line = new(
            new SocketsHttpHandler
            {
                PlaintextStreamFilter = (context, _) =>
                    ValueTask.FromResult<Stream>(new ActivityReportingStream(context.PlaintextStream, _silence.Broken)),
            });
    }

    /// <summary>Ends when Slack says that this socket is about to go.</summary>
    public Task WantsReplacement => _wantsReplacement.Task;

    /// <summary>Opens one and waits for its hello.</summary>
    /// <exception cref="TimeoutException">It said nothing.</exception>
    public static async Task<SocketConnection> OpenAsync(
        SlackApi api, EnvelopeReceiver receiver, SlackOptions options, TimeProvider clock, ILogger log, CancellationToken cancellation)
    {
        var answer = await api.AskAsAppAsync("apps.connections.open", cancellation);
        if (!Uri.TryCreate(answer.Text("url"), UriKind.Absolute, out var address))
            throw new HttpRequestException("apps.connections.open: the answer names no address");
        var connection = new SocketConnection(receiver, options, clock, log);
        using var patience = new CancellationTokenSource(_helloWithin, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            await connection._socket.ConnectAsync(address, connection._line, either.Token);
            await connection.GreetAsync(either.Token);
            return connection;
        }
        catch (Exception)
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads and answers until it ends.</summary>
    public async Task<Ended> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            while (await ReceiveAsync(cancellation) is { } frame)
            {
                if (frame.Text("type") == "disconnect") Disconnect(frame.Text("reason"));
                // Taken in the order received; the answers do not wait for each other.
                else
                    _ = _receiver.TakeAsync(frame, SendAsync, cancellation);
            }
        }
        catch (Exception problem)
            when (problem is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            if (!cancellation.IsCancellationRequested) _log.LogInformation("A socket to Slack ended: {Problem}", problem.Message);
        }

        return _end;
    }

    /// <summary>Closes it, without waiting for the other side.</summary>
    public async ValueTask DisposeAsync()
    {
        _silence.Dispose();
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        }
        catch (Exception problem)
            when (problem
                    is WebSocketException
                        or IOException
                        or OperationCanceledException
                        or ObjectDisposedException
                        or InvalidOperationException)
        {
            // It was gone already.
        }

        _socket.Dispose();
        _line.Dispose();
        _sending.Dispose();
    }

    private async Task GreetAsync(CancellationToken cancellation)
    {
        var first = await ReceiveAsync(cancellation) ?? throw new IOException("Slack closed the socket before its hello");
        if (first.Text("type") == "hello") return;
        if (first.Text("type") != "disconnect") throw new IOException($"Slack began with {first.Text("type")} instead of hello");
        // As good as any other socket that ends: the next one waits the longest.
        Disconnect(first.Text("reason"));
        throw new PlatformRefusalException(first.Text("reason") ?? "disconnect", permanent: false);
    }

    private void Disconnect(string? reason)
    {
        _log.LogInformation("Slack ends a socket: {Reason}", reason);
        _end = reason is "link_disabled" or "too_many_websockets" ? Ended.TurnedAway : Ended.Replaced;
        if (_end == Ended.Replaced) _wantsReplacement.TrySetResult();
    }

    private async Task SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation);
        try
        {
            await _socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, cancellation);
        }
        finally
        {
            _sending.Release();
        }
    }

    // One message; null where the other side closed.
    private async Task<JsonElement?> ReceiveAsync(CancellationToken cancellation)
    {
        var message = new ArrayBufferWriter<byte>(4096);
        while (true)
        {
            var read = await _socket.ReceiveAsync(message.GetMemory(4096), cancellation);
            if (read.MessageType == WebSocketMessageType.Close) return null;
            message.Advance(read.Count);
            if (message.WrittenCount > LargestFrame) throw new IOException("Slack sent more than a mebibyte in one message");
            if (!read.EndOfMessage) continue;
            if (Parse(message.WrittenMemory) is { } json) return json;
            message.Clear();
        }
    }

    private JsonElement? Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new() { MaxDepth = 64 });
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            _log.LogWarning("Slack sent a message that is no JSON ({Bytes} bytes)", text.Length);
            return null;
        }
    }
}
