using Sitrep.Chat.Events;

namespace Sitrep.Commands.Grammar;

/// <summary>Turns what happened in a chat into a command, whichever way it was given.</summary>
internal static class EventReader
{
    /// <summary>Parses an event.</summary>
    /// <returns>What it means; null where it is just talk.</returns>
    public static ParsedEvent? Read(ChatEvent chatEvent)
    {
        switch (chatEvent)
        {
            case TextTyped text:
                var (clean, dropped) = TypedText.Clean(text.Text);
                return clean.TrimStart().StartsWith('/') ? new(CommandReader.Read(clean), clean, dropped) : null;
            case CommandFilled filled:
                return Read(filled);
            case MessagePicked picked:
                var (said, left) = TypedText.Clean(picked.Message.Text);
                return new(new ChatEventInput(picked with { Message = picked.Message with { Text = said.Trim() } }), "", left);
            case MessageEdited edited:
                return new(new ChatEventInput(edited with { Text = TypedText.Clean(edited.Text).Text.Trim() }), "", null);
            default:
                return new(new ChatEventInput(chatEvent), "", null);
        }
    }

    private static ParsedEvent Read(CommandFilled filled)
    {
        var values = filled.Values
            .Select(value => (value.Key, Value: TypedText.Clean(value.Value).Text.Trim()))
            .Where(value => value.Value.Length > 0)
            .ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal);
        return new(ValuesReader.Read(filled.Command.Trim().TrimStart('/'), values), string.Join('\n', values.Values), null);
    }
}
