using System.Text.Json.Nodes;

namespace Sitrep.LocalSlack.Delivery;

/// <summary>What kind of thing is delivered; the words of Socket Mode.</summary>
public static class DeliveryType
{
    public const string Command = "slash_commands";
    public const string Interaction = "interactive";
    public const string Event = "events_api";
}

/// <summary>One attempt to tell the bot something.</summary>
/// <param name="Type">One of <see cref="DeliveryType"/>.</param>
/// <param name="Payload">As Slack writes it.</param>
/// <param name="AcceptsResponse">Whether the acknowledgement may carry an answer.</param>
/// <param name="Attempt">0 for the first.</param>
/// <param name="RetryReason">Why the one before failed; empty for the first.</param>
public sealed record SlackDelivery(string Type, JsonObject Payload, bool AcceptsResponse, int Attempt = 0, string RetryReason = "")
{
    /// <summary>The same on every attempt over a socket.</summary>
    public string EnvelopeId { get; init; } = Guid.NewGuid().ToString();
}

/// <summary>What became of an attempt.</summary>
/// <param name="Failure">Null when the bot acknowledged in time.</param>
/// <param name="Response">The answer in the acknowledgement, if it carried one.</param>
/// <param name="MayRetry">False when the bot asked for no retries.</param>
public sealed record Acknowledgement(string? Failure, JsonNode? Response = null, bool MayRetry = true)
{
    public bool IsAcknowledged => Failure is null;
}

/// <summary>A way to the bot: sockets or its request URL.</summary>
public interface IRoute
{
    /// <summary>Delivers once and waits for the acknowledgement, no longer than Slack does.</summary>
    Task<Acknowledgement> Deliver(SlackDelivery delivery);
}

/// <summary>An attempt and its outcome, for tests to look back at.</summary>
public sealed record DeliveredAttempt(DateTimeOffset At, SlackDelivery Delivery, Acknowledgement Outcome);
