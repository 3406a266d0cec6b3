namespace Sitrep.Chat.Discord.Gateway;

/// <summary>The next step after the gateway closed (docs: topics, "Opcodes and Status Codes", Gateway Close Event Codes).</summary>
internal static class CloseCodes
{
    /// <summary>Our own, for a connection that died silently: any but 1000 and 1001 keeps the session alive.</summary>
    public const int Zombied = 4900;

    /// <summary>The next step.</summary>
    public static AfterClose After(int? code) => code switch
    {
        4004 or 4010 or 4011 or 4012 or 4013 or 4014 => AfterClose.Stop,
        // The session is gone, and so is a sequence that was wrong.
        4007 or 4009 or 4003 => AfterClose.Identify,
        _ => AfterClose.Resume,
    };

    /// <summary>The operator's next step after a code that ends it.</summary>
    public static string Remedy(int code) =>
        code switch
        {
            4004 =>
                "Discord refuses the token. Fix: discord.com/developers/applications, your application, Bot > Reset Token, then set Discord:BotToken.",
            4013 => "Discord does not know an intent the bot asked for. Fix: update the bot.",
            4014 =>
                "The message-content intent is not allowed. Fix: discord.com/developers/applications, your application, Bot > Message Content Intent; or set Discord:RecordReactions to false.",
            4010 or 4011 => "The bot is in too many servers for one connection. Fix: remove it from those it does not serve.",
            _ => "Discord does not speak this version of the gateway any more. Fix: update the bot.",
        };
}

/// <summary>The consequence of a close.</summary>
internal enum AfterClose
{
    /// <summary>Connect again and go on with the session.</summary>
    Resume,

    /// <summary>Connect again and begin a new session.</summary>
    Identify,

    /// <summary>Nothing that the bot can do helps.</summary>
    Stop,
}
