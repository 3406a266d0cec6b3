namespace Sitrep.Chat.Slack.Blocks;

/// <summary>What the bot's own buttons are called.</summary>
internal static class ActionIds
{
    /// <summary>A button whose value is a command.</summary>
    public const string Run = "run";
}
