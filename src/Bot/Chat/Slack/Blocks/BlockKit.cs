using System.Text.Json;
using Sitrep.Chat.Effects;
using Sitrep.Prose;

namespace Sitrep.Chat.Slack.Blocks;

/// <summary>A message as Slack's blocks, within every limit (docs.slack.dev/reference/block-kit/blocks).</summary>
internal static class BlockKit
{
    /// <summary>The most characters of a button's command; Slack keeps no more with it.</summary>
    public const int LongestValue = 2000;

    private const int MostBlocks = 50;
    private const int MostButtons = 25;
    private const int LongestLabel = 75;
    private const int AroundButton = 250;
    private const int MostOfButtons = 8_000;

    /// <summary>Writes <c>text</c> and <c>blocks</c> into the object that is open.</summary>
    public static void Write(Utf8JsonWriter json, Message message)
    {
        json.WriteString("text", Mrkdwn.Escape(Excerpt.Of(message.Fallback, 1_000)));
        WriteBlocks(json, message, MostBlocks);
    }

    /// <summary>Writes <c>blocks</c> alone, as many as may be.</summary>
    public static void WriteBlocks(Utf8JsonWriter json, Message message, int most)
    {
        var taken = 0;
        // A command that fills the message is better typed: the text above gives it back.
        var buttons = message
            .Buttons.Where(button =>
                button.Command.Length <= LongestValue && (taken += Section.Cost(button.Command) + AroundButton) <= MostOfButtons)
            .Take(MostButtons)
            .ToList();
        var sections = Sections.Of(
            message.Blocks,
            most - (buttons.Count > 0 ? 1 : 0),
            Sections.LongestOfAll - Math.Min(taken, MostOfButtons));
        if (sections.Count == 0 && buttons.Count == 0) return;
        json.WriteStartArray("blocks");
        foreach (var section in sections) section.Write(json);
        if (buttons.Count > 0) Write(json, buttons);
        json.WriteEndArray();
    }

    /// <summary>A text cut to what Slack takes there, never within a character.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(longest - 1 - (char.IsHighSurrogate(text[longest - 2]) ? 1 : 0))] + "…";

    /// <summary>Writes a row of buttons.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Button> buttons)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "actions"u8);
        json.WriteStartArray("elements"u8);
        for (var i = 0; i < buttons.Count; i++)
        {
            var button = buttons[i];
            json.WriteStartObject();
            json.WriteString("type"u8, "button"u8);
            json.WriteString("action_id"u8, $"{ActionIds.Run}-{i}");
            json.WriteString("value"u8, button.Command);
            json.WriteStartObject("text"u8);
            json.WriteString("type"u8, "plain_text"u8);
            json.WriteString("text"u8, Cut(button.Label, LongestLabel));
            json.WriteBoolean("emoji"u8, false);
            json.WriteEndObject();
            if (button.Look != ButtonLook.Plain) json.WriteString("style"u8, button.Look == ButtonLook.Danger ? "danger"u8 : "primary"u8);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
