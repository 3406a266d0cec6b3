using System.Text.Json.Nodes;

namespace Sitrep.LocalSlack.People;

/// <summary>What a person sees of what they just did, at once.</summary>
/// <param name="Notice">
/// What Slack itself tells them when the bot did not answer: <c>operation_timeout</c>, <c>dispatch_failed</c>,
/// <c>http_error</c>; null when all is well.
/// </param>
/// <param name="Reply">What the acknowledgement carried, as it came; null when it carried nothing.</param>
/// <param name="TriggerId">The trigger that was sent along.</param>
public sealed record Outcome(string? Notice, JsonObject? Reply, string TriggerId)
{
    public bool IsWell => Notice is null;
}
