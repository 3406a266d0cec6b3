namespace Sitrep.LocalSlack.Delivery;

/// <summary>What <c>apps.connections.open</c> hands out: each opens one socket, within half a minute.</summary>
internal sealed class SocketTickets(TimeProvider clock)
{
    private static readonly TimeSpan _life = TimeSpan.FromSeconds(30);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _issued = new(StringComparer.Ordinal);

    public string Issue()
    {
        var ticket = Guid.NewGuid().ToString();
        lock (_gate) _issued[ticket] = clock.GetUtcNow();
        return ticket;
    }

    /// <summary>Whether a ticket is good; it is spent with the question.</summary>
    public bool Take(string ticket)
    {
        lock (_gate) return _issued.Remove(ticket, out var issued) && clock.GetUtcNow() - issued <= _life;
    }
}
