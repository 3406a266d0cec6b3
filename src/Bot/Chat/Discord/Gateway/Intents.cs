namespace Sitrep.Chat.Discord.Gateway;

/// <summary>
/// What the gateway is asked to tell (docs: events, "Gateway", Gateway Intents): no more than is needed. Interactions
/// need none.
/// </summary>
internal static class Intents
{
    private const int Guilds = 1 << 0;
    private const int GuildMessages = 1 << 9;
    private const int GuildMessageReactions = 1 << 10;
    private const int MessageContent = 1 << 15;

    /// <summary>Channels that are deleted or renamed; with reactions recorded also reactions and what the messages say.</summary>
    public static int For(DiscordOptions options) =>
        options.RecordReactions ? Guilds | GuildMessages | GuildMessageReactions | MessageContent : Guilds;
}
