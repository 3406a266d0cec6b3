using Sitrep.Chat.Events;
using Sitrep.Chat.Slack.Blocks;

namespace Sitrep.Chat.Slack.Receiving;

/// <summary>A slash command as Slack sends it (docs.slack.dev/interactivity/implementing-slash-commands).</summary>
/// <param name="Event">What was typed, translated.</param>
/// <param name="TriggerId">Opens a modal, within three seconds.</param>
/// <param name="ResponseAddress">Where a later answer may go; null for none.</param>
internal sealed record SlashCommand(TextTyped Event, string TriggerId, string? ResponseAddress)
{
    /// <summary>Where a later answer may go.</summary>
    public Uri? ResponseUrl => Uri.TryCreate(ResponseAddress, UriKind.Absolute, out var address) ? address : null;

    /// <summary>Translates one from its fields, which Slack sends the same over HTTP and over a socket.</summary>
    /// <param name="command">The command with its slash.</param>
    /// <param name="text">What was typed behind it.</param>
    /// <param name="channel">The channel's id.</param>
    /// <param name="user">The user's id.</param>
    /// <param name="name">The user's name; empty where there is none.</param>
    /// <param name="trigger">The trigger's id, unique for this command.</param>
    /// <param name="address">The response URL; null for none.</param>
    /// <returns>Null where one is missing.</returns>
    public static SlashCommand? Of(
        string? command,
        string? text,
        string? channel,
        string? user,
        string? name,
        string? trigger,
        string? address = null)
    {
        if (command is not ['/', _, ..] || string.IsNullOrEmpty(channel) || string.IsNullOrEmpty(user) || string.IsNullOrEmpty(trigger))
            return null;
        var typed = string.IsNullOrEmpty(text) ? command : $"{command} {MentionDecoder.Plain(text)}";
        var person = SlackPeople.Of(user, string.IsNullOrEmpty(name) ? user : name);
        return new(
            new(new(Platforms.Slack, channel), person, "command/" + trigger, typed) { People = MentionDecoder.People(text ?? "") },
            trigger,
            address);
    }
}
