namespace Sitrep.Chat.Discord.Gateway;

/// <summary>
/// Keeps a connection alive: the first beat after a part of the interval that chance chooses, then one an interval.
/// If a beat stays unanswered until the next, the connection is dead, whatever the socket says.
/// </summary>
internal sealed class Heartbeat(Connection connection, Session session, TimeProvider clock)
{
    private volatile bool _answered = true;

    /// <summary>An acknowledgement came.</summary>
    public void Answered() => _answered = true;

    /// <summary>Beats until the connection ends or dies.</summary>
    /// <returns>True where it died.</returns>
    public async Task<bool> RunAsync(TimeSpan interval, double jitter, CancellationToken cancellation)
    {
        await Task.Delay(interval * jitter, clock, cancellation);
        while (true)
        {
            if (!_answered) return true;
            _answered = false;
            if (!await BeatAsync(cancellation)) return true;
            await Task.Delay(interval, clock, cancellation);
        }
    }

    /// <summary>Beats once, also where the gateway asks for it.</summary>
    public Task<bool> BeatAsync(CancellationToken cancellation) =>
        connection.SendAsync(new HeartbeatFrame(session.Sequence), GatewayJson.Default.HeartbeatFrame, cancellation);
}
