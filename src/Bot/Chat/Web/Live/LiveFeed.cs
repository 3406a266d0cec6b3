using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Sitrep.Access;
using Sitrep.Chat.Web.Routes;
using Sitrep.Chat.Web.Tables;
using Sitrep.Incidents;
using Sitrep.Storage;

namespace Sitrep.Chat.Web.Live;

/// <summary>
/// Tells those who watch what changed, in the order of revisions and without gaps: it reads what was committed, so it
/// can neither run ahead of the database nor miss a writer. Each event is serialised once, for everybody.
/// </summary>
internal sealed class LiveFeed(IStore store, ILogger<LiveFeed> log) : BackgroundService
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan _anyway = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _changed = new(0);
    private ImmutableList<LiveSubscription> _subscriptions = [];
    private long _sent;

    /// <summary>Something was committed.</summary>
    public void Wake()
    {
        if (_changed.CurrentCount == 0) _changed.Release();
    }

    /// <summary>Watches from now on, until disposed. Whoever wants what was before reads it after this call.</summary>
    public LiveSubscription Subscribe(Viewer viewer)
    {
        var subscription = new LiveSubscription(viewer, left => ImmutableInterlocked.Update(ref _subscriptions, all => all.Remove(left)));
        ImmutableInterlocked.Update(ref _subscriptions, all => all.Add(subscription));
        return subscription;
    }

    /// <summary>A change as it goes over the wire.</summary>
    public static LiveEvent EventOf(IReads reads, ChatRow row)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(row.Shown(), ChatJson.Readable.MessageResource);
        var head = string.Create(CultureInfo.InvariantCulture, $"id: {row.revision}\nevent: message\ndata: ");
        return new(
            row.revision,
            [.. System.Text.Encoding.ASCII.GetBytes(head), .. json, .. "\n\n"u8],
            ChatLog.IncidentIn(reads, row.channel));
    }

    public override void Dispose()
    {
        _changed.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host waits for the first await; the database must not hold up the start.
        await Task.Yield();
        var knowsWhere = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!knowsWhere) Begin();
                knowsWhere = true;
                await _changed.WaitAsync(_anyway, stoppingToken);
                while (Send()) { }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem) when (problem is StoreException or JsonException or FormatException)
            {
                // Whatever is damaged there, the bot goes on; those who watch see what can be read by asking.
                log.LogWarning("The live feed could not read, and tries again: {Problem}", problem.Message);
                await Task.Delay(_anyway, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Begin()
    {
        using var connection = store.Open();
        _sent = ChatLog.LastRevision(connection);
    }

    // One batch; true where there may be more.
    private bool Send()
    {
        using var connection = store.Open();
        // In this order: whoever subscribes after the check has not read yet, and reads what is left out here.
        var last = ChatLog.LastRevision(connection);
        var subscriptions = _subscriptions;
        if (subscriptions.IsEmpty)
        {
            _sent = last;
            return false;
        }

        var rows = ChatLog.ChangedAfter(connection, _sent, MostAtOnce);
        foreach (var row in rows)
        {
            var live = EventOf(connection, row);
            foreach (var subscription in subscriptions) subscription.Offer(live);
            _sent = row.revision;
        }

        return rows.Count == MostAtOnce;
    }
}

/// <summary>An event on its way to those who watch.</summary>
/// <param name="Revision">Its number.</param>
/// <param name="Bytes">What is sent.</param>
/// <param name="Incident">The incident in whose channel it is; null where none lives there.</param>
internal sealed record LiveEvent(long Revision, byte[] Bytes, Incident? Incident);
