using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Sitrep.Tests.Chat.Discord;

/// <summary>A gateway whose every connection goes as a test says; what the bot sends is remembered, connection by connection.</summary>
internal sealed class ScriptedGateway : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<Line, Task> _script;
    private int _connections;

    private ScriptedGateway(Func<Line, Task> script)
    {
        _script = script;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.UseWebSockets(new() { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        _app.Run(TakeAsync);
    }

    public Uri Url => new(_app.Urls.Single().Replace("http:", "ws:", StringComparison.Ordinal));

    public ConcurrentQueue<(int Connection, JsonNode Frame)> Sent { get; } = new();

    public ConcurrentQueue<int> CloseCodes { get; } = new();

    public ConcurrentQueue<string> Queries { get; } = new();

    public static async Task<ScriptedGateway> StartAsync(Func<Line, Task> script)
    {
        var gateway = new ScriptedGateway(script);
        await gateway._app.StartAsync();
        return gateway;
    }

    public int Count(int op) => Sent.Count(sent => sent.Frame["op"]!.GetValue<int>() == op);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        Queries.Enqueue(context.Request.QueryString.ToString());
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var line = new Line(this, socket, Interlocked.Increment(ref _connections));
        try
        {
            await _script(line);
        }
        catch (Exception problem) when (problem is WebSocketException or OperationCanceledException)
        {
            // The bot hung up.
        }

        if (socket.CloseStatus is { } code) CloseCodes.Enqueue((int)code);
    }

    /// <summary>One connection, seen from Discord's side.</summary>
    internal sealed class Line(ScriptedGateway gateway, WebSocket socket, int number)
    {
        private readonly byte[] _buffer = new byte[64 * 1024];

        public int Number => number;

        public Task Hello(int milliseconds = 41_250) =>
            Send($$"""{"op":10,"d":{"heartbeat_interval":{{milliseconds}},"_trace":[]},"s":null,"t":null}""");

        public Task Ready(int sequence = 1) =>
            Send(
                $$$"""{"op":0,"s":{{{sequence}}},"t":"READY","d":{"v":10,"user":{"id":"100000000000000009","username":"sitrep"},"guilds":[],"session_id":"session-{{{number}}}","resume_gateway_url":"{{{gateway.Url}}}"} }"""
            );

        public Task Send(string json) =>
            socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, true, CancellationToken.None);

        public Task Close(int code) => socket.CloseOutputAsync((WebSocketCloseStatus)code, "", CancellationToken.None);

        /// <summary>The next frame of an opcode; others are remembered, heartbeats answered where asked for.</summary>
        public async Task<JsonNode?> Hear(int? op, bool acknowledges = true)
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(_buffer, gateway._app.Lifetime.ApplicationStopping);
                if (received.MessageType == WebSocketMessageType.Close) return null;
                var frame = JsonNode.Parse(Encoding.UTF8.GetString(_buffer, 0, received.Count))!;
                gateway.Sent.Enqueue((number, frame));
                var heard = frame["op"]!.GetValue<int>();
                if (heard == 1 && acknowledges) await Send("""{"op":11,"d":null,"s":null,"t":null}""");
                if (heard == op) return frame;
            }
        }

        public void Cut() => socket.Abort();
    }
}
