using Sitrep.Chat.Discord.Rest;

namespace Sitrep.Chat.Discord.Rendering;

/// <summary>What a message says, as people see it: its text, its boxes, what it forwards, and the names of its files.</summary>
internal static class MessageWords
{
    private const string Written = "rich";

    /// <summary>The words in Discord's own markup; empty where there are none.</summary>
    public static string Of(MessageObject message) =>
        Joined(
            [
                message.Content,
                .. Texts(message.Components ?? []),
                .. Boxes(message.Embeds),
                .. (message.MessageSnapshots ?? []).SelectMany(Forwarded),
                .. Files(message.Attachments),
            ]);

    private static IEnumerable<string?> Forwarded(SnapshotObject snapshot) => snapshot.Message is { } message
        ? [message.Content, .. Boxes(message.Embeds), .. Files(message.Attachments)]
        : [];

    // Discord makes boxes of links by itself, and only a moment after the message.
    private static IEnumerable<string?> Boxes(IReadOnlyList<EmbedObject>? embeds) =>
        (embeds ?? [])
            .Where(embed => embed.Type is null or Written)
            .SelectMany(embed =>
                (string?[])[embed.Author?.Name, embed.Title, embed.Description, .. (embed.Fields ?? []).Select(Field)]);

    private static string? Field(EmbedField field) => (field.Name, field.Value) switch
    {
        ({ Length: > 0 } name, { Length: > 0 } value) => $"{name}: {value}",
        var (name, value) => string.IsNullOrEmpty(name) ? value : name,
    };

    private static IEnumerable<string?> Texts(IReadOnlyList<ComponentObject> components) =>
        components.SelectMany(component => Texts(component.Components ?? []).Prepend(component.Content));

    private static IEnumerable<string> Files(IReadOnlyList<AttachmentObject>? files) =>
        (files ?? []).Select(file => $"File: {(string.IsNullOrEmpty(file.Title) ? file.Filename : file.Title)}");

    private static string Joined(IEnumerable<string?> words) => string.Join('\n', words.Where(part => !string.IsNullOrWhiteSpace(part)));
}
