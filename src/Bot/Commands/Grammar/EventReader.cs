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
            case FormFilled form:
                return Read(form);
            case MessagePicked picked:
                var (said, left) = TypedText.Clean(picked.Message.Text);
                return new(new ChatEventInput(picked with { Message = picked.Message with { Text = said.Trim() } }), "", left);
            case MessageEdited edited:
                return new(new ChatEventInput(edited with { Text = TypedText.Clean(edited.Text).Text.Trim() }), "", null);
            default:
                return new(new ChatEventInput(chatEvent), "", null);
        }
    }

    // A form fills a command's options by name; its text is text, even where it looks like an option.
    private static ParsedEvent Read(FormFilled form)
    {
        var values = form.Values
            .Select(value => (value.Key, Value: TypedText.Clean(value.Value).Text.Trim()))
            .Where(value => value.Value.Length > 0)
            .ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal);
        var typed = string.Join('\n', values.Values);
        var input = CommandReader.Read(form.Command);
        if (input is not KnownCommand known) return new(input, typed, null);
        values.Remove("text", out var text);
        var arguments = known.Arguments with
        {
            Text = text ?? "",
            Options = values,
            Severity = values.TryGetValue("severity", out var word) ? ArgumentReader.SeverityWord(word) : null,
        };
        return new(known with { Arguments = arguments }, typed, null);
    }
}
