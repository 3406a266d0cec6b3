using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Sitrep.Chat.Discord.Gateway;

/// <summary>One socket to the gateway: whole frames in, whole frames out.</summary>
internal sealed class Connection(WebSocket socket) : IDisposable
{
    // Discord's frames for one server are far smaller; a larger one is not Discord's.
    private const int LongestFrame = 16 * 1024 * 1024;
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ArrayBufferWriter<byte> _frame = new(16 * 1024);

    /// <summary>The code that the other side closed with; null for none.</summary>
    public int? ClosedWith => (int?)socket.CloseStatus;

    /// <summary>The next frame; null where the connection ended.</summary>
    public async Task<Frame?> ReceiveAsync(CancellationToken cancellation)
    {
        _frame.ResetWrittenCount();
        while (true)
        {
            ValueWebSocketReceiveResult part;
            try
            {
                part = await socket.ReceiveAsync(_frame.GetMemory(8 * 1024), cancellation);
            }
            catch (WebSocketException)
            {
                // Cut, with or without a close.
                return null;
            }

            if (part.MessageType == WebSocketMessageType.Close) return null;
            _frame.Advance(part.Count);
            if (_frame.WrittenCount > LongestFrame) return null;
            if (!part.EndOfMessage) continue;
            try
            {
                return JsonSerializer.Deserialize(_frame.WrittenSpan, GatewayJson.Default.Frame);
            }
            catch (JsonException)
            {
                // A frame that is none is left alone; what follows may be whole.
                _frame.ResetWrittenCount();
            }
        }
    }

    /// <summary>Sends a frame.</summary>
    /// <returns>False where the connection is gone.</returns>
    public async Task<bool> SendAsync<T>(T frame, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(frame, type);
        await _sending.WaitAsync(cancellation);
        try
        {
            if (socket.State != WebSocketState.Open) return false;
            await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, cancellation);
            return true;
        }
        catch (WebSocketException)
        {
            return false;
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Closes our side, and waits no longer than a moment for the other.</summary>
    public async Task CloseAsync(int code)
    {
        using var moment = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, moment.Token);
        }
        catch (Exception problem) when (problem is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // It is gone, which is what was wanted.
        }
    }

    /// <summary>Cuts it.</summary>
    public void Abort() => socket.Abort();

    public void Dispose()
    {
        socket.Dispose();
        _sending.Dispose();
    }
}
