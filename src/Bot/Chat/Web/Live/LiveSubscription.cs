using System.Threading.Channels;
using Sitrep.Chat.Web.Tables;

namespace Sitrep.Chat.Web.Live;

/// <summary>Somebody who watches. One who reads too slowly is let go, and resumes from the last event that arrived.</summary>
internal sealed class LiveSubscription(string user, Action<LiveSubscription> leave) : IDisposable
{
    private const int MostWaiting = 256;
    private readonly Channel<LiveEvent> _waiting = Channel.CreateBounded<LiveEvent>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true });

    /// <summary>What waits; it ends where too much waited.</summary>
    public ChannelReader<LiveEvent> Waiting => _waiting.Reader;

    /// <summary>Queues an event, if this one may see it.</summary>
    public void Offer(LiveEvent live)
    {
        if (MaySee(live) && !_waiting.Writer.TryWrite(live)) _waiting.Writer.TryComplete();
    }

    /// <summary>Whether this one may see an event.</summary>
    public bool MaySee(LiveEvent live) => live.Private is null || ChannelList.MaySee(live.Private, user);

    /// <inheritdoc/>
    public void Dispose() => leave(this);
}
