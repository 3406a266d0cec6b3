using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Sitrep.Tests.LocalSlack;

/// <summary>A bot's end of a socket, worked by hand.</summary>
internal sealed class BotSocket : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly Channel<JsonObject> _arrived = Channel.CreateUnbounded<JsonObject>();
    private Task _reading = Task.CompletedTask;

    /// <summary>What came first.</summary>
    public JsonObject Hello { get; private set; } = [];

    public static async Task<BotSocket> Open(SlackCaller bot, string appToken)
    {
        var before = bot.Token;
        bot.Token = appToken;
        var opened = await bot.Form("apps.connections.open");
        bot.Token = before;
        var socket = new BotSocket();
        await socket._socket.ConnectAsync(new((string)opened["url"]!), CancellationToken.None);
        socket._reading = socket.Read();
        socket.Hello = await socket.Next();
        return socket;
    }

    /// <summary>The next message; fails when none comes in time.</summary>
    public async Task<JsonObject> Next()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await _arrived.Reader.ReadAsync(patience.Token);
    }

    /// <summary>The next event of a type; others are acknowledged on the way.</summary>
    public async Task<JsonObject> NextEvent(string type, string? subtype = null)
    {
        while (true)
        {
            var envelope = await Next();
            await Acknowledge(envelope);
            if ((string?)envelope["payload"]?["event"]?["type"] == type && (string?)envelope["payload"]!["event"]!["subtype"] == subtype)
                return (JsonObject)envelope["payload"]!;
        }
    }

    /// <summary>Acknowledges an envelope, with an answer or without.</summary>
    public Task Acknowledge(JsonObject envelope, string? payload = null)
    {
        var message = new JsonObject { ["envelope_id"] = (string)envelope["envelope_id"]! };
        if (payload is not null) message["payload"] = JsonNode.Parse(payload);
        return _socket.SendAsync(
            Encoding.UTF8.GetBytes(message.ToJsonString()),
            WebSocketMessageType.Text,
            endOfMessage: true,
            CancellationToken.None);
    }

    /// <summary>True when nothing has come that was not read yet.</summary>
    public bool IsQuiet => _arrived.Reader.Count == 0;

    public Task Ended => _reading;

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private async Task Read()
    {
        var buffer = new byte[256 * 1024];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult received;
                do
                {
                    received = await _socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += received.Count;
                }
                while (!received.EndOfMessage);
                if (received.MessageType == WebSocketMessageType.Close) return;
                await _arrived.Writer.WriteAsync((JsonObject)JsonNode.Parse(buffer.AsSpan(0, length))!);
            }
        }
        catch (Exception ended) when (ended is WebSocketException or OperationCanceledException)
        {
            // The other end is gone.
        }
        finally
        {
            _arrived.Writer.TryComplete();
        }
    }
}
