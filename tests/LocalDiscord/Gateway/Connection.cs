using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Gateway;

/// <summary>One WebSocket: reads frames, writes frames in order, and watches the heartbeat.</summary>
internal sealed class Connection(WebSocket socket, World world, string url)
{
    private const int LargestFrame = 4096, FramesPerMinute = 120;
    private readonly System.Threading.Channels.Channel<object> _out = System.Threading.Channels.Channel.CreateUnbounded<object>();
    private readonly Queue<DateTimeOffset> _received = new();
    private CloseCode? _closing;

    public int Number { get; private set; }

    /// <summary>What the client asked for, with its query: shows whether a RESUME went where READY said.</summary>
    public string Url => url;

    public Session? Session { get; set; }

    /// <summary>Nothing passes any more in either direction, and nobody hangs up.</summary>
    public bool IsBlackhole { get; set; }

    public DateTimeOffset LastHeartbeat { get; set; }

    public void Send(JsonObject frame) => _out.Writer.TryWrite(frame);

    public void Close(CloseCode code)
    {
        _closing ??= code;
        if (code.EndsSession && Session is { } session) world.Sessions.End(session);
        _out.Writer.TryWrite(code);
    }

    /// <summary>Cuts the line without a close frame.</summary>
    public void Cut() => socket.Abort();

    public async Task RunAsync(CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var handshake = new Handshake(this, world);
        lock (world.Gate)
        {
            Number = world.Sessions.Open(this);
            LastHeartbeat = world.Now;
            if (!world.Sessions.Faults.TakeSilence()) handshake.Greet();
        }

        var work = Task.WhenAll(WriteAsync(ended.Token), WatchAsync(ended.Token));
        int? code = null;
        try
        {
            code = await ReadAsync(handshake, ended.Token);
        }
        finally
        {
            await ended.CancelAsync();
            await work;
            lock (world.Gate) world.Sessions.Closed(this, sessionEnds: (_closing?.Code ?? code) is 1000 or 1001);
        }
    }

    private async Task<int?> ReadAsync(Handshake handshake, CancellationToken cancellation)
    {
        var buffer = new byte[LargestFrame + 1];
        try
        {
            while (true)
            {
                var length = 0;
                WebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), cancellation);
                    length += part.Count;
                }
                while (!part.EndOfMessage && length < buffer.Length);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    if (!IsBlackhole && socket.State == WebSocketState.CloseReceived)
                        await socket.CloseOutputAsync(part.CloseStatus ?? WebSocketCloseStatus.NormalClosure, null, cancellation);
                    return (int?)part.CloseStatus;
                }

                lock (world.Gate)
                {
                    if (!IsBlackhole && _closing is null)
                        Take(handshake, length > LargestFrame ? null : buffer.AsSpan(0, length).ToArray());
                }
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            return null;
        }
    }

    private void Take(Handshake handshake, byte[]? frame)
    {
        // One that is too long is as unreadable as one that is no JSON.
        if (frame is null || JsonReading.Parse(frame) is not JsonObject known)
        {
            Close(CloseCode.DecodeError);
            return;
        }

        world.Ledger.Add(new Frame(world.Now, Number, Received: true, known));
        _received.Enqueue(world.Now);
        while (_received.Peek() <= world.Now.AddMinutes(-1)) _received.Dequeue();
        if (_received.Count > FramesPerMinute) Close(CloseCode.RateLimited);
        else handshake.Take(known);
    }

    private async Task WriteAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var next in _out.Reader.ReadAllAsync(cancellation))
            {
                if (IsBlackhole) continue;
                if (next is CloseCode code)
                {
                    await socket.CloseOutputAsync((WebSocketCloseStatus)code.Code, code.Reason, cancellation);
                    return;
                }

                var frame = (JsonObject)next;
                world.Ledger.Add(new Frame(world.Now, Number, Received: false, frame));
                await socket.SendAsync(
                    JsonSerializer.SerializeToUtf8Bytes(frame),
                    WebSocketMessageType.Text,
                    endOfMessage: true,
                    cancellation);
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            socket.Abort();
        }
    }

    // By the world's clock, which a test may push; so it is looked at often rather than waited for.
    private async Task WatchAsync(CancellationToken cancellation)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        DateTimeOffset? closingSince = null;
        try
        {
            while (await tick.WaitForNextTickAsync(cancellation))
            {
                lock (world.Gate)
                {
                    if (_closing is null && !IsBlackhole && world.Now > LastHeartbeat + world.Options.HeartbeatInterval * 1.5)
                        Close(CloseCode.TimedOut);
                    if (_closing is null) continue;
                    // A client that does not answer the close frame is cut off.
                    closingSince ??= TimeProvider.System.GetUtcNow();
                    if (TimeProvider.System.GetUtcNow() > closingSince.Value.AddSeconds(2)) socket.Abort();
                }
            }
        }
        catch (OperationCanceledException) { /* The connection ended. */ }
    }
}
