namespace Sitrep.Chat;

/// <summary>The result of an effect on a platform.</summary>
/// <param name="ExternalId">The platform's id of the channel, message or file; null where nothing has one.</param>
/// <param name="Name">The name that a channel got; null where it is the one that was asked for, or no channel.</param>
internal sealed record DeliveryResult(string? ExternalId = null, string? Name = null)
{
    /// <summary>The effect is done, and nothing that was made has an id.</summary>
    public static DeliveryResult Nothing { get; } = new();
}
