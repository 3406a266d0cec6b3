using Sitrep.Chat;

namespace Sitrep.Tests.Support;

/// <summary>A platform that does what it is told and remembers it.</summary>
internal sealed class CollectingPlatform(string name = Platforms.Web) : IChatPlatform
{
    private readonly List<Delivery> _delivered = [];

    public string Name => name;

    public IReadOnlyList<Delivery> Delivered
    {
        get { lock (_delivered) return [.. _delivered]; }
    }

    public Task<string?> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        lock (_delivered) _delivered.Add(delivery);
        return Task.FromResult<string?>(delivery.Effect is OpenChannel ? delivery.Effect.To.Channel : $"m{delivery.Id}");
    }

    public Task<Search> FindAsync(Delivery delivery, CancellationToken cancellation) => Task.FromResult(Search.Absent);
}
