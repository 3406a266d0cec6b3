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

    /// <summary>What it refuses; null where it does what it is told.</summary>
    public Func<Delivery, PlatformRefusalException?> Refusing { get; set; } = _ => null;

    public Task<string?> DeliverAsync(Delivery delivery, CancellationToken cancellation)
    {
        if (Refusing(delivery) is { } refusal) throw refusal;
        lock (_delivered) _delivered.Add(delivery);
        return Task.FromResult<string?>(delivery.Effect is OpenChannel ? delivery.Effect.To.Channel : $"m{delivery.Id}");
    }

    public Task<Search> FindAsync(Delivery delivery, CancellationToken cancellation) => Task.FromResult(Search.Absent);
}
