using System.Text.Json;

namespace Sitrep.Chat.Discord.Gateway;

/// <summary>Hears whether the bot is in its server.</summary>
internal sealed class GuildMembership(DiscordServer server)
{
    /// <summary>Learns what a dispatch tells.</summary>
    public void Learn(string dispatch, JsonElement data)
    {
        try
        {
            if (dispatch == "READY" && data.Text("user", "id") is { } me) server.IsUser(me);
            switch (dispatch)
            {
                case "READY" when data.Deserialize(HappeningJson.Default.GuildList)?.Guilds is { } guilds:
                    server.IsIn([.. guilds.Select(guild => guild.Id)]);
                    break;
                case "GUILD_CREATE" when data.Deserialize(HappeningJson.Default.GuildPresence) is { } joined:
                    server.Joined(joined.Id);
                    break;
                // A server that is only away comes back by itself, with all that was sent to it meanwhile.
                case "GUILD_DELETE" when data.Deserialize(HappeningJson.Default.GuildPresence) is { Unavailable: false } left:
                    server.Left(left.Id);
                    break;
            }
        }
        catch (JsonException)
        {
            // An unreadable answer tells nothing.
        }
    }
}
