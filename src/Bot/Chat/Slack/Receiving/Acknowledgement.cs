using System.Text.Json;

namespace Sitrep.Chat.Slack.Receiving;

/// <summary>The outcome of a delivery, for the carrier of the acknowledgement: a response or an envelope.</summary>
/// <param name="Answer">Writes what the acknowledgement carries; null for nothing.</param>
/// <param name="Afterwards">What is done once it is acknowledged, and lost without harm if it fails; null for nothing.</param>
internal sealed record Acknowledgement(Action<Utf8JsonWriter>? Answer = null, Func<CancellationToken, Task>? Afterwards = null)
{
    /// <summary>Acknowledged, and nothing more.</summary>
    public static Acknowledgement Quietly { get; } = new();

    /// <summary>It could not be stored: it must not be acknowledged, so that Slack delivers it again.</summary>
    public static Acknowledgement Unsaved { get; } = new() { IsSaved = false };

    /// <summary>It is nothing that Slack sends.</summary>
    public static Acknowledgement NotUnderstood { get; } = new() { IsUnderstood = false };

    /// <summary>Whether it may be acknowledged.</summary>
    public bool IsSaved { get; private init; } = true;

    /// <summary>Whether it was something that Slack sends.</summary>
    public bool IsUnderstood { get; private init; } = true;
}
