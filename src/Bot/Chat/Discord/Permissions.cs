namespace Sitrep.Chat.Discord;

/// <summary>
/// Rights as bits (docs: topics, "Permissions"). The README's invite link asks for <see cref="Needed"/>, and doctor
/// looks for each.
/// </summary>
internal static class Permissions
{
    public const long Administrator = 1L << 3;
    public const long ManageChannels = 1L << 4;
    public const long ViewChannel = 1L << 10;
    public const long SendMessages = 1L << 11;
    public const long EmbedLinks = 1L << 14;
    public const long AttachFiles = 1L << 15;
    public const long ReadMessageHistory = 1L << 16;
    public const long MentionEveryone = 1L << 17;
    public const long ManageRoles = 1L << 28;
    public const long ManageThreads = 1L << 34;
    public const long CreatePublicThreads = 1L << 35;
    public const long CreatePrivateThreads = 1L << 36;
    public const long SendMessagesInThreads = 1L << 38;
    public const long PinMessages = 1L << 51;

    /// <summary>The rights of a member in a private incident's channel.</summary>
    public const long Member = ViewChannel | SendMessages | ReadMessageHistory | AttachFiles | EmbedLinks;

    /// <summary>Each right the bot needs, with what for.</summary>
    public static IReadOnlyList<(long Bit, string Name, string Why)> Needed { get; } =
    [
        (ViewChannel, "View Channels", "to see where it is asked"),
        (SendMessages, "Send Messages", "to answer"),
        (EmbedLinks, "Embed Links", "for long texts that are changed later"),
        (AttachFiles, "Attach Files", "for the postmortem as a Markdown file"),
        (ReadMessageHistory, "Read Message History", "to find what it sent before a crash"),
        (PinMessages, "Pin Messages", "to pin an incident's card"),
        (ManageChannels, "Manage Channels", "to open a channel for an incident"),
        (ManageRoles, "Manage Roles (in a channel: Manage Permissions)", "to keep a private incident's channel to those invited"),
        (CreatePublicThreads, "Create Public Threads", "for Discord:Room thread or forum"),
        (CreatePrivateThreads, "Create Private Threads", "for private incidents in threads"),
        (SendMessagesInThreads, "Send Messages in Threads", "to speak there"),
        (ManageThreads, "Manage Threads", "to reopen an archived thread"),
    ];

    /// <summary>The number in the invite link.</summary>
    public static long Number => Needed.Aggregate(0L, (bits, right) => bits | right.Bit);
}
