using System.Text.Json;
using Sitrep.Chat.Events;
using Sitrep.Incidents;
using Sitrep.Occurrences;
using Sitrep.Storage;
using Sitrep.Storage.Rows;

namespace Sitrep.Chat.Discord.Gateway;

/// <summary>
/// Discord says that rights changed, not what that means: for incidents whose channel was out of reach it is looked
/// whether the bot may see it and speak there again.
/// </summary>
internal sealed class AccessRecovery(PermissionCalculator rights, IStore store, CommandHandler handler, ILogger<AccessRecovery> log)
{
    private const long Wanted = Permissions.ViewChannel | Permissions.SendMessages;

    /// <summary>Looks.</summary>
    /// <param name="channel">The channel whose rights changed; null for all.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task LookAsync(string? channel, CancellationToken cancellation)
    {
        try
        {
            foreach (var id in Lost(channel))
                if ((await rights.InAsync(id, cancellation) & Wanted) == Wanted)
                    await handler.HandleAsync(new ChannelRestored(new(Platforms.Discord, id), DiscordPeople.Somebody, null));
        }
        catch (Exception problem) when (problem is HttpRequestException or PlatformRefusalException or JsonException or StoreException)
        {
            // The next change, or the next connection, looks again.
            log.LogInformation("It is not known whether channels are within reach again: {Problem}", problem.Message);
        }
    }

    private List<string> Lost(string? channel)
    {
        using var connection = store.Open();
        return
        [
            .. IncidentQueries
                .OutOfReach(connection, Platforms.Discord)
                .Where(incident =>
                    incident is { ChannelLost: ChannelLoss.Barred or ChannelLoss.Removed, ChannelId: not null }
                    && (channel is null || incident.ChannelId == channel))
                .Select(incident => incident.ChannelId!),
        ];
    }
}
