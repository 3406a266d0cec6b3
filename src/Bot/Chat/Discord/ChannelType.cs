namespace Sitrep.Chat.Discord;

/// <summary>The kinds of channels that the bot meets (docs: resources, "Channel", Channel Types).</summary>
internal static class ChannelType
{
    public const int Text = 0;
    public const int Category = 4;
    public const int News = 5;
    public const int NewsThread = 10;
    public const int PublicThread = 11;
    public const int PrivateThread = 12;
    public const int Forum = 15;

    /// <summary>Whether it is a thread, which lies below another channel.</summary>
    public static bool IsThread(int type) => type is NewsThread or PublicThread or PrivateThread;
}
