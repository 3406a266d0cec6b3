using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.Delivery;

/// <summary>
/// The way to the bot through its own WebSockets. Source: <see href="https://docs.slack.dev/apis/events-api/using-socket-mode"/>.
/// </summary>
public sealed class SocketMode(App app, LocalSlackOptions options, TimeProvider clock) : IRoute
{
    private const int MostSockets = 10;

    // Slack too learns after a while that nobody answers its pings, and routes around that socket.
    private static readonly TimeSpan _givenUpAfter = TimeSpan.FromSeconds(30);
    private readonly Lock _gate = new();
    private readonly List<Socket> _sockets = [];
    private readonly SocketTickets _tickets = new(clock);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<TaskCompletionSource<JsonNode?>>> _awaited = new(StringComparer.Ordinal);
    private int _next;

    /// <summary>How many sockets are open and alive.</summary>
    public int Open
    {
        get { lock (_gate) return _sockets.Count(socket => socket.IsOpen && !socket.IsSilent); }
    }

    /// <summary>How many were opened since the start.</summary>
    public int Opened { get; private set; }

    /// <summary>Whether Socket Mode is switched on in the app's settings.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>Acknowledgements that no delivery waited for: late, repeated or invented ones.</summary>
    public ConcurrentQueue<string> StrayAcknowledgements { get; } = new();

    /// <summary>A ticket for one connection within half a minute.</summary>
    public string IssueTicket() => _tickets.Issue();

    public async Task<Acknowledgement> Deliver(SlackDelivery delivery)
    {
        var answer = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _awaited.GetOrAdd(delivery.EnvelopeId, _ => new()).Enqueue(answer);
        if (!await Send(Envelope(delivery))) return new("dispatch_failed");
        var waited = Task.Delay(options.AckWithin, clock);
        // Cancelled, an attempt leaves its acknowledgement to the next one.
        return await Task.WhenAny(answer.Task, waited) == waited && answer.TrySetCanceled() ? new("timeout") : new(null, await answer.Task);
    }

    /// <summary>Tells sockets to go: <c>warning</c>, <c>refresh_requested</c>, <c>link_disabled</c>. All but the warning close.</summary>
    public async Task Disconnect(string reason)
    {
        if (reason == "link_disabled") IsEnabled = false;
        foreach (var socket in Sockets()) await Disconnect(socket, reason);
    }

    /// <summary>Breaks every connection without a word.</summary>
    public void Cut()
    {
        List<Socket> all;
        lock (_gate) all = [.. _sockets];
        foreach (var socket in all) socket.Cut();
    }

    /// <summary>Lets every connection that is open now die silently: it stays up, and nothing passes.</summary>
    public void Blackhole()
    {
        foreach (var socket in Sockets()) socket.SilentSince ??= clock.GetUtcNow();
    }

    /// <summary>Serves one connection until it ends.</summary>
    internal async Task Serve(HttpContext context)
    {
        if (await Handshake.Accept(context, _tickets.Take) is not { } connection) return;
        using var socket = new Socket(connection);
        await using var stop = context.RequestAborted.Register(socket.Cut);
        await Converse(socket);
    }

    private async Task Converse(Socket socket)
    {
        int count;
        lock (_gate)
        {
            _sockets.RemoveAll(one => !one.IsOpen);
            _sockets.Add(socket);
            count = _sockets.Count;
            Opened++;
        }

        try
        {
            if (count > MostSockets || !IsEnabled)
            {
                await Disconnect(socket, IsEnabled ? "too_many_websockets" : "link_disabled");
                return;
            }

            await socket.Send(Hello(count));
            using var timer = clock.CreateTimer(_ => _ = socket.Ping($"Ping from {Host}"), null, options.PingEvery, options.PingEvery);
            await socket.Read(Acknowledge);
        }
        finally
        {
            lock (_gate) _sockets.Remove(socket);
        }
    }

    private static string Host => "applink-local";

    private JsonObject Hello(int count) => new()
    {
        ["type"] = "hello",
        ["num_connections"] = count,
        ["debug_info"] = new JsonObject { ["host"] = Host, ["build_number"] = 10, ["approximate_connection_time"] = 18060 },
        ["connection_info"] = new JsonObject { ["app_id"] = app.AppId },
    };

    private async Task Disconnect(Socket socket, string reason)
    {
        await socket.Send(new()
        {
            ["type"] = "disconnect",
            ["reason"] = reason,
            ["debug_info"] = new JsonObject { ["host"] = Host },
            ["connection_info"] = new JsonObject { ["app_id"] = app.AppId },
        });
        if (reason != "warning") await socket.Close();
    }

    private static JsonObject Envelope(SlackDelivery delivery)
    {
        var envelope = new JsonObject
        {
            ["envelope_id"] = delivery.EnvelopeId,
            ["payload"] = delivery.Payload.DeepClone(),
            ["type"] = delivery.Type,
        };
        envelope["accepts_response_payload"] = delivery.AcceptsResponse;
        if (delivery.Type != DeliveryType.Event && delivery.Attempt == 0) return envelope;
        envelope["retry_attempt"] = delivery.Attempt;
        envelope["retry_reason"] = delivery.RetryReason;
        return envelope;
    }

    // Slack picks any of the sockets; here they take turns, so that every one of them is used.
    private async Task<bool> Send(JsonObject envelope)
    {
        var sockets = Sockets();
        for (var i = 0; i < sockets.Count; i++)
        {
            var socket = sockets[(int)((uint)Interlocked.Increment(ref _next) % sockets.Count)];
            // Slack does not know that a silent socket is dead; what it sends there is lost and times out.
            if (socket.IsSilent || await socket.Send(envelope)) return true;
        }

        return false;
    }

    private void Acknowledge(JsonObject message)
    {
        var id = message["envelope_id"]?.ToString() ?? "";
        while (_awaited.TryGetValue(id, out var waiting) && waiting.TryDequeue(out var answer))
            if (answer.TrySetResult(message["payload"]?.DeepClone())) return;
        StrayAcknowledgements.Enqueue(id);
    }

    private bool IsGivenUp(Socket socket) => socket.SilentSince is { } since && clock.GetUtcNow() - since > _givenUpAfter;

    private List<Socket> Sockets()
    {
        lock (_gate) return [.. _sockets.Where(socket => socket.IsOpen && !IsGivenUp(socket))];
    }
}
