namespace Sitrep.Chat.Discord.Effects;

/// <summary>A message of the bot's as the database keeps it: its channel and its parts, <c>C/M1,M2</c>.</summary>
internal sealed record PostedMessage(string Channel, IReadOnlyList<string> Parts)
{
    /// <summary>Reads one; null where it is none.</summary>
    public static PostedMessage? Read(string? text) =>
        text?.Split('/') is [var channel, var parts] && parts.Length > 0 ? new(channel, parts.Split(',')) : null;

    public override string ToString() => $"{Channel}/{string.Join(',', Parts)}";
}
