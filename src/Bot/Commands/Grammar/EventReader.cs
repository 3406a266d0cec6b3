using Sitrep.Chat.Events;

namespace Sitrep.Commands.Grammar;

/// <summary>Turns what happened in a chat into a command, whichever way it was given.</summary>
internal static class EventReader
{
    /// <summary>Parses an event.</summary>
    /// <returns>The command, null where it is just talk; and what had to be left out of the text, null for nothing.</returns>
    public static (ParsedInput? Typed, string? Dropped) Read(ChatEvent chatEvent)
    {
        switch (chatEvent)
        {
            case TextTyped text:
                var (clean, dropped) = TypedText.Clean(text.Text);
                return clean.TrimStart().StartsWith('/') ? (CommandReader.Read(clean), dropped) : (null, dropped);
            case CommandFilled filled:
                return (Read(filled), null);
            case MessagePicked picked:
                var (said, left) = TypedText.Clean(picked.Message.Text);
                return (new ChatEventInput(picked with { Message = picked.Message with { Text = said.Trim() } }), left);
            case MessageEdited edited:
                return (new ChatEventInput(edited with { Text = TypedText.Clean(edited.Text).Text.Trim() }), null);
            default:
                return (new ChatEventInput(chatEvent), null);
        }
    }

    private static ParsedInput Read(CommandFilled filled) => ValuesReader.Read(
        filled.Command.Trim().TrimStart('/'),
        filled.Values
            .Select(value => (value.Key, Value: TypedText.Clean(value.Value).Text.Trim()))
            .Where(value => value.Value.Length > 0)
            .ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal));
}
