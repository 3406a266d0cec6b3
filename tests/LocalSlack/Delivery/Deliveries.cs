using System.Text.Json.Nodes;

namespace Sitrep.LocalSlack.Delivery;

/// <summary>
/// Tells the bot what people do. Commands and interactions are tried once while somebody waits; events are tried again
/// as Slack tries them: at once, after a minute, after five.
/// </summary>
public sealed class Deliveries(IRoute route, LocalSlackOptions options, TimeProvider clock, CancellationToken stopping)
{
    private readonly Lock _gate = new();
    private readonly List<DeliveredAttempt> _log = [];
    private readonly List<Task> _underWay = [];

    /// <summary>Every further delivery arrives this many times more, as after a hiccup of the network.</summary>
    public int Duplicates { get; set; }

    /// <summary>Every further event arrives this many times more, each time as an event of its own.</summary>
    public int TwinEvents { get; set; }

    /// <summary>Every attempt so far.</summary>
    public IReadOnlyList<DeliveredAttempt> Log
    {
        get { lock (_gate) return [.. _log]; }
    }

    /// <summary>A command or interaction: one attempt, and what the bot answered.</summary>
    public async Task<Acknowledgement> Interactively(string type, JsonObject payload, bool acceptsResponse)
    {
        var delivery = new SlackDelivery(type, payload, acceptsResponse);
        var first = Attempt(delivery);
        for (var i = 0; i < Duplicates; i++) Track(Attempt(delivery));
        return await first;
    }

    /// <summary>An event, delivered in the background until it is acknowledged or given up.</summary>
    public void Event(JsonObject callback)
    {
        for (var twin = 0; twin <= TwinEvents; twin++)
        {
            var payload = (JsonObject)callback.DeepClone();
            if (twin > 0) payload["event_id"] = $"{(string)callback["event_id"]!}T{twin}";
            var delivery = new SlackDelivery(DeliveryType.Event, payload, AcceptsResponse: false);
            Track(WithRetries(delivery));
            for (var i = 0; i < Duplicates; i++) Track(Attempt(delivery));
        }
    }

    /// <summary>Delivers again what was delivered before, as a reconnect may do long after.</summary>
    public async Task Replay(Func<SlackDelivery, bool>? which = null)
    {
        var again = Log.Select(attempt => attempt.Delivery)
            .Where(which ?? (_ => true))
            .DistinctBy(delivery => delivery.EnvelopeId)
            .ToList();
        foreach (var delivery in again) await Attempt(delivery with { Attempt = delivery.Attempt + 1, RetryReason = "timeout" });
    }

    /// <summary>Waits until no delivery is under way.</summary>
    public async Task Settled()
    {
        while (true)
        {
            Task[] waiting;
            lock (_gate)
            {
                _underWay.RemoveAll(task => task.IsCompleted);
                waiting = [.. _underWay];
            }

            if (waiting.Length == 0) return;
            await Task.WhenAll(waiting);
        }
    }

    private async Task WithRetries(SlackDelivery delivery)
    {
        var outcome = await Attempt(delivery);
        for (var i = 0; i < options.RetryAfter.Count && !outcome.IsAcknowledged && outcome.MayRetry; i++)
        {
            await Task.Delay(options.RetryAfter[i], clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested) return;
            outcome = await Attempt(delivery with { Attempt = i + 1, RetryReason = outcome.Failure! });
        }
    }

    private async Task<Acknowledgement> Attempt(SlackDelivery delivery)
    {
        var outcome = await route.Deliver(delivery);
        lock (_gate) _log.Add(new(clock.GetUtcNow(), delivery, outcome));
        return outcome;
    }

    private void Track(Task task)
    {
        lock (_gate)
        {
            _underWay.RemoveAll(one => one.IsCompleted);
            _underWay.Add(task);
        }
    }
}
