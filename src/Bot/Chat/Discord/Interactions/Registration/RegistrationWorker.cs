namespace Sitrep.Chat.Discord.Interactions.Registration;

/// <summary>Registers the commands, and tries again where Discord is away.</summary>
internal sealed class RegistrationWorker(CommandRegistration registration, TimeProvider clock, ILogger<RegistrationWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan _again = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            while (!await TryAsync(stoppingToken)) await Task.Delay(_again, clock, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping.
        }
    }

    private async Task<bool> TryAsync(CancellationToken cancellation)
    {
        try
        {
            await registration.RegisterAsync(cancellation);
            log.LogInformation("Discord knows the commands");
            return true;
        }
        catch (PlatformRefusalException refusal) when (refusal.Permanent)
        {
            log.LogError("Discord refuses the commands: {Problem}", refusal.Message);
            return true;
        }
        catch (Exception problem) when (problem is PlatformRefusalException or HttpRequestException)
        {
            log.LogWarning("Discord does not know the commands yet: {Problem}", problem.Message);
            return false;
        }
    }
}
