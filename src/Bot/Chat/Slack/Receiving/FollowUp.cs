namespace Sitrep.Chat.Slack.Receiving;

/// <summary>A follow-up that rides on an answer and is worth nothing later: a modal, a message to one person.</summary>
internal static class FollowUp
{
    /// <summary>Does it, and only notes it where Slack would not.</summary>
    public static async Task DoAsync(Func<CancellationToken, Task> what, ILogger log, CancellationToken cancellation)
    {
        try
        {
            await what(cancellation);
        }
        catch (Exception problem) when (problem is PlatformRefusalException or HttpRequestException or OperationCanceledException)
        {
            log.LogWarning("Slack did not take what followed an answer: {Reason}", problem.Message);
        }
    }
}
