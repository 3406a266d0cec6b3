namespace Sitrep.Chat.Slack;

/// <summary>What the bot's own buttons are called.</summary>
internal static class Clicked
{
    /// <summary>A button whose value is a command.</summary>
    public const string Run = "run";
}
