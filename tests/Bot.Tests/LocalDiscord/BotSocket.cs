using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sitrep.Tests.LocalDiscord;

/// <summary>The bot's end of the gateway, one frame at a time.</summary>
internal sealed class BotSocket : IDisposable
{
    private static readonly TimeSpan _most = TimeSpan.FromSeconds(15);
    private readonly ClientWebSocket _socket = new();

    /// <summary>1 GUILDS, 512 messages, 1024 reactions, 32768 content.</summary>
    public const int UsualIntents = 1 | 512 | 1024 | 32768;

    public int? CloseCode => (int?)_socket.CloseStatus;

    public static async Task<BotSocket> OpenAsync(string url, string query = "/?v=10&encoding=json")
    {
        var bot = new BotSocket();
        using var patience = new CancellationTokenSource(_most);
        await bot._socket.ConnectAsync(new Uri(url + query), patience.Token);
        return bot;
    }

    /// <summary>Connected, identified, with READY and GUILD_CREATE read.</summary>
    public static async Task<(BotSocket Socket, JsonNode Ready)> ReadyAsync(RunningDiscord discord, int intents = UsualIntents)
    {
        var bot = await OpenAsync(discord.World.GatewayUrl);
        Assert.Equal(10, (int)(await bot.NextAsync())!["op"]!);
        await bot.IdentifyAsync(discord.World.Options.Token, intents);
        var ready = (await bot.NextAsync())!;
        Assert.Equal("READY", (string)ready["t"]!);
        Assert.Equal("GUILD_CREATE", (string)(await bot.NextAsync())!["t"]!);
        return (bot, ready["d"]!);
    }

    public Task IdentifyAsync(string token, int intents = UsualIntents) => SendAsync(2, new JsonObject
    {
        ["token"] = token,
        ["intents"] = intents,
        ["properties"] = new JsonObject { ["os"] = "linux", ["browser"] = "sitrep", ["device"] = "sitrep" },
    });

    public Task ResumeAsync(string token, string session, int sequence) =>
        SendAsync(6, new JsonObject { ["token"] = token, ["session_id"] = session, ["seq"] = sequence });

    public Task SendAsync(int op, JsonNode? data) =>
        SendAsync(JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["op"] = op, ["d"] = data }));

    public async Task SendAsync(byte[] frame)
    {
        using var patience = new CancellationTokenSource(_most);
        await _socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, patience.Token);
    }

    /// <summary>The next frame; null when the server hung up.</summary>
    public async Task<JsonNode?> NextAsync()
    {
        using var patience = new CancellationTokenSource(_most);
        using var frame = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, patience.Token);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            frame.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return JsonNode.Parse(frame.ToArray());
        }
    }

    /// <summary>The data of the next dispatch, which must be of this type.</summary>
    public async Task<JsonNode> NextAsync(string type)
    {
        var frame = await NextAsync();
        Assert.Equal(type, (string?)frame?["t"]);
        return frame!["d"]!;
    }

    /// <summary>Reads until the server hangs up, and says why it did.</summary>
    public async Task<int?> ClosedAsync()
    {
        while (await NextAsync() is not null) { }
        return CloseCode;
    }

    public async Task CloseAsync(int code)
    {
        using var patience = new CancellationTokenSource(_most);
        await _socket.CloseAsync((WebSocketCloseStatus)code, null, patience.Token);
    }

    public void Dispose() => _socket.Dispose();
}
