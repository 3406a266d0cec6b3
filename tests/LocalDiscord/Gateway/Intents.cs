namespace Sitrep.LocalDiscord.Gateway;

/// <summary>Bits of IDENTIFY's <c>intents</c>. Source: Discord's events/gateway, "List of Intents".</summary>
public static class Intents
{
    public const int Guilds = 1 << 0, GuildMembers = 1 << 1, GuildPresences = 1 << 8, GuildMessages = 1 << 9,
        GuildMessageReactions = 1 << 10, DirectMessages = 1 << 12, MessageContent = 1 << 15;

    internal const int Privileged = GuildMembers | GuildPresences | MessageContent;

    // 0 to 16, 20, 21, 24 and 25 exist; anything else is refused with 4013.
    internal const int Known = (1 << 17) - 1 | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25;

    /// <summary>The intent that lets an event through; 0 for those that need none.</summary>
    internal static int For(string type, bool isDirect) => type switch
    {
        "THREAD_MEMBERS_UPDATE" => Guilds,
        "MESSAGE_REACTION_ADD" or "MESSAGE_REACTION_REMOVE" or "MESSAGE_REACTION_REMOVE_ALL" => GuildMessageReactions,
        "MESSAGE_CREATE" or "MESSAGE_UPDATE" or "MESSAGE_DELETE" or "MESSAGE_DELETE_BULK" => isDirect ? DirectMessages : GuildMessages,
        _ when type.StartsWith("GUILD_MEMBER_", StringComparison.Ordinal) => GuildMembers,
        _ when type.StartsWith("GUILD_", StringComparison.Ordinal) || type.StartsWith("CHANNEL_", StringComparison.Ordinal)
            || type.StartsWith("THREAD_", StringComparison.Ordinal) => Guilds,
        _ => 0,
    };
}
