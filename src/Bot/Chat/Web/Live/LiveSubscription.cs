using System.Threading.Channels;
using Sitrep.Access;

namespace Sitrep.Chat.Web.Live;

/// <summary>A watching page. A page that reads too slowly is disconnected and resumes from the last event that arrived.</summary>
internal sealed class LiveSubscription(Viewer viewer, Action<LiveSubscription> leave) : IDisposable
{
    private const int MostWaiting = 256;
    private readonly Channel<LiveEvent> _waiting = Channel.CreateBounded<LiveEvent>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true });

    /// <summary>The waiting events; the stream ends if too many waited.</summary>
    public ChannelReader<LiveEvent> Waiting => _waiting.Reader;

    /// <summary>Queues an event, if this one may see it.</summary>
    public void Offer(LiveEvent live)
    {
        if (Sees(live) && !_waiting.Writer.TryWrite(live)) _waiting.Writer.TryComplete();
    }

    /// <summary>Whether this one may see an event.</summary>
    public bool Sees(LiveEvent live) => live.Incident is null || May.See(viewer, live.Incident);

    public void Dispose() => leave(this);
}
