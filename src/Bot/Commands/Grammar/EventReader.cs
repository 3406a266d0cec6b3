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
                return CommandText(clean) is { } command ? new(CommandReader.Read(command), command, dropped) : null;
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

    /// <summary>
    /// A text from its slash on; null where it is talk. What nobody sees may stand before the slash, and keyboards for wide
    /// letters make a wide one.
    /// </summary>
    public static string? CommandText(string text)
    {
        var start = 0;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || WordMeaning.IsInvisible(text[start]))) start++;
        return start < text.Length && (text[start] is '/' or '／')
            ? string.Concat("/", text.AsSpan(start + 1))
            : null;
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
