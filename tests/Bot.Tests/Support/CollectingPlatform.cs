using Sitrep.Chat;
using Sitrep.Chat.Effects;

namespace Sitrep.Tests.Support;

/// <summary>A platform that does what it is told and remembers it.</summary>
internal sealed class CollectingPlatform(string name = Platforms.Web) : IEffectTarget
{
    private readonly List<OutboxItem> _delivered = [];

    public string Name => name;

    public IReadOnlyList<OutboxItem> Delivered
    {
        get { lock (_delivered) return [.. _delivered]; }
    }

    /// <summary>What it refuses; null where it does what it is told.</summary>
    public Func<OutboxItem, PlatformRefusalException?> Refusing { get; set; } = _ => null;

    public Task<DeliveryResult> DeliverAsync(OutboxItem delivery, CancellationToken cancellation)
    {
        if (Refusing(delivery) is { } refusal) throw refusal;
        lock (_delivered) _delivered.Add(delivery);
        return Task.FromResult(new DeliveryResult(delivery.Effect is OpenChannel ? delivery.Effect.To.Channel : $"m{delivery.Id}"));
    }

    public Task<Search> FindAsync(OutboxItem delivery, CancellationToken cancellation) => Task.FromResult(Search.Absent);
}
