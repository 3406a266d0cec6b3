using Sitrep.Storage;
using Sitrep.Storage.Rows;

namespace Sitrep.Chat.Slack.Effects;

/// <summary>
/// The bot comes back into a public channel that it was removed from, or that was unarchived, where it has something to
/// do: an incident lives there, or is announced there. Out of any other channel it stays once it is sent.
/// </summary>
internal sealed class ChannelRejoining(ChannelSearch channels, IStore store)
{
    /// <summary>Comes back, where it belongs.</summary>
    public async Task IntoAsync(string channel, CancellationToken cancellation)
    {
        if (Belongs(channel)) await channels.JoinAsync(channel, cancellation);
    }

    private bool Belongs(string channel)
    {
        if (channels.IsNamed(channel)) return true;
        using var connection = store.Open();
        return IncidentQueries.In(connection, new(Platforms.Slack, channel)) is not null;
    }
}
