namespace Sitrep.Chat.Slack.Blocks;

/// <summary>The action ids of the bot's own buttons.</summary>
internal static class ActionIds
{
    /// <summary>A button whose value is a command.</summary>
    public const string Run = "run";
}
