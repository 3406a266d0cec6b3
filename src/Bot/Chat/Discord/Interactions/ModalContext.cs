using System.Text.Json;
using Sitrep.Chat.Events;

namespace Sitrep.Chat.Discord.Interactions;

/// <summary>
/// What a form must remember until it is sent: Discord gives back nothing but its id, and not the message from whose
/// menu it was opened. It is kept in the database like a long command.
/// </summary>
/// <param name="Command">The command it fills; empty where the message itself is what is asked about.</param>
/// <param name="About">The message; null for none.</param>
internal sealed record ModalContext(string Command, PickedMessage? About)
{
    /// <summary>The command alone where that says it all, otherwise JSON.</summary>
    public string ToText() => About is null ? Command : JsonSerializer.Serialize(this, InteractionJson.Default.ModalContext);

    /// <summary>Reads one back.</summary>
    public static ModalContext Read(string text) =>
        text.StartsWith('{') ? Placed(JsonSerializer.Deserialize(text, InteractionJson.Default.ModalContext)!) : new(text, null);

    // It may have been kept before people said their platform; who writes a message in Discord is Discord's.
    private static ModalContext Placed(ModalContext kept) =>
        kept.About is { } message
            ? kept with
            {
                About = message with { Author = DiscordPeople.Of(message.Author.Id, message.Author.Name) },
            }
            : kept;
}
