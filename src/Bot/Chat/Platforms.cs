namespace Sitrep.Chat;

/// <summary>The differences between platforms that matter before a message is made.</summary>
internal static class Platforms
{
    /// <summary>The built-in chat, and transcripts, which are played in it.</summary>
    public const string Web = "web";

    /// <summary>Slack.</summary>
    public const string Slack = "slack";

    /// <summary>Discord.</summary>
    public const string Discord = "discord";

    /// <summary>No chat: where the bot itself has its account.</summary>
    public const string Bot = "bot";

    /// <summary>Whether channels there can be put away once nobody needs them.</summary>
    public static bool Archives(string platform) => platform == Slack;

    /// <summary>
    /// Whether only those who were brought into a channel hear what is said to them there. Discord shows all but
    /// private ones to everybody.
    /// </summary>
    public static bool Invites(string platform, bool isPrivate) => platform == Slack || (platform == Discord && isPrivate);

    /// <summary>
    /// Whether nobody speaks in a private channel but those who were let into it. The built-in chat takes a message for
    /// any channel.
    /// </summary>
    public static bool KeepsOthersOut(string platform) => platform != Web;

    /// <summary>Whether notes that wait for a channel may leave as one message, because the platform takes one a second.</summary>
    public static bool MergesPosts(string platform) => platform != Web;

    /// <summary>Whether marks and escapes count against what a message may hold.</summary>
    public static bool CountsMarkup(string platform) => platform == Slack;

    /// <summary>How many characters of a document fit into one message, with room for its markup.</summary>
    public static int MessageCharacters(string platform) => platform switch
    {
        Discord => 1_800,
        Slack => 10_000,
        _ => 60_000,
    };
}
