namespace Sitrep.Chat.Slack.Sockets;

/// <summary>Notices a connection that is up and dead: Slack pings every few seconds, so nothing at all for longer is no peace.</summary>
internal sealed class SocketWatchdog : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly TimeSpan _most;
    private readonly ITimer _watch;
    private readonly Action _noticed;
    private long _heard;

    /// <summary>Watches from now on.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="most">How long silence may last.</param>
    /// <param name="noticed">What is done when it lasts longer.</param>
    public SocketWatchdog(TimeProvider clock, TimeSpan most, Action noticed)
    {
        (_clock, _most, _noticed) = (clock, most, noticed);
        _heard = clock.GetTimestamp();
        _watch = clock.CreateTimer(_ => Look(), null, most / 6, most / 6);
    }

    /// <summary>Something was heard.</summary>
    public void Broken() => Volatile.Write(ref _heard, _clock.GetTimestamp());

    public void Dispose() => _watch.Dispose();

    private void Look()
    {
        if (_clock.GetElapsedTime(Volatile.Read(ref _heard)) > _most) _noticed();
    }
}
