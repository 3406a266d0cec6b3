namespace Sitrep.Chat.Slack;

/// <summary>Slack as the outbox sees it.</summary>
internal static class SlackPlatform
{
    /// <summary>Its name in addresses and in the database.</summary>
    public const string PlatformName = "slack";
}
