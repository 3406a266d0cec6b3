using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Sitrep.LocalSlack.Delivery;

/// <summary>One WebSocket of the bot's.</summary>
internal sealed class Socket : IDisposable
{
    private readonly Stream _stream;
    private readonly WebSocket _webSocket;
    private readonly CancellationTokenSource _closing = new();
    private readonly SemaphoreSlim _sending = new(1);

    public Socket(Stream upgraded)
    {
        _stream = new SerializedStream(upgraded);
        _webSocket = WebSocket.CreateFromStream(
            _stream,
            new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = Timeout.InfiniteTimeSpan });
    }

    /// <summary>Open to the eye and dead: nothing is sent, read or answered any more.</summary>
    public bool IsSilent => SilentSince is not null;

    public DateTimeOffset? SilentSince { get; set; }

    public bool IsOpen => _webSocket.State == WebSocketState.Open && !_closing.IsCancellationRequested;

    public async Task<bool> Send(JsonObject message)
    {
        if (IsSilent || !IsOpen) return false;
        await _sending.WaitAsync();
        try
        {
            await _webSocket.SendAsync(
                Encoding.UTF8.GetBytes(message.ToJsonString()),
                WebSocketMessageType.Text,
                endOfMessage: true,
                _closing.Token);
            return true;
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            return false;
        }
        finally
        {
            _sending.Release();
        }
    }

    // .NET sends no ping with text in it, and Slack does: the frame is written beside the WebSocket.
    public async Task Ping(string text)
    {
        if (IsSilent || !IsOpen) return;
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            await _stream.WriteAsync((byte[])[0x89, (byte)bytes.Length, .. bytes], _closing.Token);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            await _closing.CancelAsync();
        }
    }

    /// <summary>Reads messages until the socket ends.</summary>
    public async Task Read(Action<JsonObject> arrived)
    {
        var buffer = new byte[16 * 1024];
        using var message = new MemoryStream();
        try
        {
            while (IsOpen)
            {
                // Reading is what answers pings; a silent socket must not.
                if (IsSilent)
                    await Task.Delay(Timeout.Infinite, _closing.Token);
                var received = await _webSocket.ReceiveAsync(buffer.AsMemory(), _closing.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                    break;
                message.Write(buffer, 0, received.Count);
                if (!received.EndOfMessage)
                    continue;
                var text = Encoding.UTF8.GetString(message.ToArray());
                message.SetLength(0);
                if (!IsSilent && JsonNode.Parse(text) is JsonObject parsed)
                    arrived(parsed);
            }

            if (_webSocket.State == WebSocketState.CloseReceived)
                await _webSocket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, _closing.Token);
        }
        catch (Exception gone)
            when (gone is WebSocketException or IOException or OperationCanceledException or System.Text.Json.JsonException)
        {
            // The bot went away without a word, or spoke nonsense; Slack drops both.
        }
    }

    /// <summary>Says goodbye as the protocol wants it, then ends.</summary>
    public async Task Close()
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            if (_webSocket.State == WebSocketState.Open)
                await _webSocket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException or InvalidOperationException)
        {
            // It is gone already.
        }
    }

    /// <summary>Ends without a word.</summary>
    public void Cut()
    {
        _closing.Cancel();
        _webSocket.Abort();
    }

    public void Dispose()
    {
        _closing.Cancel();
        _webSocket.Dispose();
        _stream.Dispose();
        _sending.Dispose();
    }
}
