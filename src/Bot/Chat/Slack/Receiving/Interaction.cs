using System.Text.Json;
using Sitrep.Incidents;

namespace Sitrep.Chat.Slack.Receiving;

/// <summary>Something clicked, chosen or submitted (docs.slack.dev/reference/interaction-payloads).</summary>
/// <param name="Type"><c>block_actions</c>, <c>view_submission</c>, <c>message_action</c>, <c>shortcut</c> …</param>
/// <param name="User">Who.</param>
/// <param name="Channel">The channel's id; where there is none, the user's own.</param>
/// <param name="Trigger">Opens a modal; null where Slack gives none.</param>
/// <param name="ResponseUrl">Where an answer may go; null for none.</param>
/// <param name="Context">What the view remembers; null outside of views.</param>
/// <param name="Payload">All of it.</param>
internal sealed record Interaction(
    string Type,
    Person User,
    string Channel,
    string? Trigger,
    Uri? ResponseUrl,
    FormContext? Context,
    JsonElement Payload)
{
    /// <summary>The channel as the walk knows it.</summary>
    public ChannelRef Where => new(Platforms.Slack, Channel);

    /// <summary>The view's id; null outside of views.</summary>
    public string? ViewId => Payload.Text("view", "id");

    /// <summary>Whether it happened in a modal, and not on the Home tab.</summary>
    public bool IsInModal => Payload.Text("view", "type") == "modal";

    /// <summary>Whether it happened in a message that only this person sees.</summary>
    public bool IsEphemeral => Payload.Member("container")?.Flag("is_ephemeral") == true;

    /// <summary>Slack's own name for this very act: the trigger is a new one each time, and the same when delivered again.</summary>
    public string? Key => (Trigger ?? Payload.Text("action_ts")) is { } key ? $"{Type}/{key}" : null;

    /// <summary>Reads one; null where it is none.</summary>
    public static Interaction? Of(JsonElement payload, SlackPeople people)
    {
        if (payload.Text("type") is not { } type || payload.Member("user") is not { } user || user.Text("id") is not { Length: > 0 } id)
            return null;
        var context = FormContext.Parse(payload.Text("view", "private_metadata"));
        var channel = payload.Text("channel", "id") ?? payload.Text("container", "channel_id") ?? context?.Channel ?? id;
        _ = Uri.TryCreate(payload.Text("response_url"), UriKind.Absolute, out var address);
        return new(
            type,
            people.Known(id, user.Text("username") ?? user.Text("name")),
            channel,
            payload.Text("trigger_id"),
            address,
            context,
            payload);
    }
}
