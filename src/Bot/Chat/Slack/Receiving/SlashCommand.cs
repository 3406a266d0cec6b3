using Sitrep.Chat.Events;
using Sitrep.Chat.Slack.Blocks;

namespace Sitrep.Chat.Slack.Receiving;

/// <summary>A slash command as Slack sends it (docs.slack.dev/interactivity/implementing-slash-commands).</summary>
/// <param name="Typed">What was typed, with Slack's own marks.</param>
/// <param name="Channel">The channel's id.</param>
/// <param name="User">The user's id.</param>
/// <param name="Username">The user's name, which is no name that people see; null for none.</param>
/// <param name="TriggerId">Opens a modal, within three seconds; unique for this command.</param>
/// <param name="ResponseAddress">Where a later answer may go; null for none.</param>
internal sealed record SlashCommand(
    string Typed,
    string Channel,
    string User,
    string? Username,
    string TriggerId,
    string? ResponseAddress)
{
    /// <summary>The places for a later answer.</summary>
    public Uri? ResponseUrl => Uri.TryCreate(ResponseAddress, UriKind.Absolute, out var address) ? address : null;

    /// <summary>Reads one from its fields, which Slack sends the same over HTTP and over a socket.</summary>
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
        return new(string.IsNullOrEmpty(text) ? command : $"{command} {text}", channel, user, name, trigger, address);
    }

    /// <summary>What was typed as the walk knows it.</summary>
    public TextTyped Event(SlackPeople people)
    {
        var said = DecodedText.Of(Typed, people).WithTyped(people);
        return new(new(Platforms.Slack, Channel), people.Known(User, Username), "command/" + TriggerId, said.Text)
        {
            People = said.People,
            Groups = said.Groups,
        };
    }
}
