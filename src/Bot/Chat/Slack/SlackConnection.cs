namespace Sitrep.Chat.Slack;

/// <summary>
/// Finds out at the start who the bot is: without that it could not tell its own messages from other people's. Nothing
/// else waits for Slack: the built-in chat works without it.
/// </summary>
internal sealed class SlackConnection(
    SlackIdentity identity,
    SlackPeople people,
    SlackOptions options,
    TimeProvider clock,
    ILogger<SlackConnection> log) : BackgroundService
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _between = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Its words on the ready line.</summary>
    public string Shown
    {
        get
        {
            var ways = string.Join(
                " and ",
                (
                    (string?[])[options.AppToken is null ? null : "Socket Mode", options.SigningSecret is null ? null : "HTTP"]
                ).OfType<string>());
            if (options.BotToken is null) return $"Slack receives by {ways}, and cannot speak: no Slack:BotToken is set";
            return identity.Known is { } known
                ? $"Slack connected ({known.Team} as @{known.Name}{(ways.Length > 0 ? $", {ways}" : "")})"
                : "Slack does not answer yet; trying";
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        if (ExecuteTask is { } asking) await Task.WhenAny(asking, _known.Task, Task.Delay(_patience, clock, cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.BotToken is null) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await identity.AskAsync(stoppingToken);
                _known.TrySetResult();
                await people.LearnAllAsync(stoppingToken);
                return;
            }
            catch (PlatformRefusalException refusal) when (identity.Known is not null && refusal.Permanent)
            {
                log.LogWarning("Slack does not say who is in the workspace: {Problem}", refusal.Message);
                return;
            }
            catch (Exception problem) when (problem is PlatformRefusalException or HttpRequestException)
            {
                log.LogWarning("Slack does not say who the bot is, or who is there: {Problem}", problem.Message);
            }

            await Task.Delay(_between, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
