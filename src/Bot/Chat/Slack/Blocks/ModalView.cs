using System.Text.Json;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Slack.Receiving;
using Sitrep.Prose;

namespace Sitrep.Chat.Slack.Blocks;

/// <summary>Modals (docs.slack.dev/reference/views/modal-views): a form to fill, or an answer to read.</summary>
internal static class ModalView
{
    /// <summary>The names of the bot's forms in Slack's payloads.</summary>
    public const string FormCallback = "form";

    /// <summary>Behind a field's name: the input for names that its picker does not offer.</summary>
    public const string Names = "-names";

    private const int LongestTitle = 24;
    private const int LongestPlaceholder = 150;
    private const int LongestOption = 75;
    private const int LongestInitial = 3_000;
    private const int MostOptions = 100;
    private const int MostBlocks = 100;

    /// <summary>Writes a form as a view.</summary>
    public static void Write(Utf8JsonWriter json, Form form, FormContext context)
    {
        Begin(json, form.Title);
        json.WriteString("callback_id"u8, FormCallback);
        json.WriteString("private_metadata"u8, context.ToMetadata());
        Plain(json, "submit", form.Submit, LongestTitle);
        Plain(json, "close", "Cancel", LongestTitle);
        json.WriteStartArray("blocks"u8);
        foreach (var field in form.Fields.SelectMany(Inputs).Take(MostBlocks)) Write(json, field);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes an answer as a view.</summary>
    public static void Write(Utf8JsonWriter json, Message message, FormContext context)
    {
        Begin(json, "Sitrep");
        json.WriteString("private_metadata"u8, context.ToMetadata());
        Plain(json, "close", "Close", LongestTitle);
        BlockKit.WriteBlocks(json, message, MostBlocks);
        json.WriteEndObject();
    }

    /// <summary>Writes a plain text under a name.</summary>
    public static void Plain(Utf8JsonWriter json, string name, string text, int longest)
    {
        json.WriteStartObject(name);
        json.WriteString("type"u8, "plain_text"u8);
        json.WriteString("text"u8, BlockKit.Cut(text, longest));
        // :fire: stays what somebody typed.
        json.WriteBoolean("emoji"u8, false);
        json.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter json, string title)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "modal"u8);
        Plain(json, "title", title, LongestTitle);
    }

    // Whom a picker cannot offer is named beside it; the bot asks again where neither names anybody.
    private static IEnumerable<FormField> Inputs(FormField field) => field.People
        ?
        [
            field with { Required = false, Hint = "Pick people", Value = null },
            new(field.Key + Names, "Groups or teams", Hint: "@dba, backend team", Value: field.Value),
        ]
        : [field];

    private static void Write(Utf8JsonWriter json, FormField field)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "input"u8);
        json.WriteString("block_id"u8, field.Key);
        json.WriteBoolean("optional"u8, !field.Required);
        Plain(json, "label", field.Label, 2_000);
        json.WriteStartObject("element"u8);
        json.WriteString("action_id"u8, field.Key);
        if (field.People) WritePeople(json, field);
        else if (field.Choices is { Count: > 0 } choices) WriteChoices(json, field, choices);
        else WriteText(json, field);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, FormField field)
    {
        json.WriteString("type"u8, "plain_text_input"u8);
        json.WriteBoolean("multiline"u8, field.Multiline);
        if (field.Value is { Length: > 0 } value) json.WriteString("initial_value"u8, Excerpt.Begun(value, LongestInitial - 50));
        if (field.Hint is { } hint) Plain(json, "placeholder", hint, LongestPlaceholder);
    }

    private static void WritePeople(Utf8JsonWriter json, FormField field)
    {
        json.WriteString("type"u8, "multi_users_select"u8);
        if (field.Hint is { } hint) Plain(json, "placeholder", hint, LongestPlaceholder);
    }

    private static void WriteChoices(Utf8JsonWriter json, FormField field, IReadOnlyList<string> choices)
    {
        json.WriteString("type"u8, "static_select"u8);
        json.WriteStartArray("options"u8);
        foreach (var choice in choices.Take(MostOptions)) WriteOption(json, choice);
        json.WriteEndArray();
        if (field.Value is { } value && choices.Contains(value))
        {
            json.WritePropertyName("initial_option"u8);
            WriteOption(json, value);
        }

        if (field.Hint is { } hint) Plain(json, "placeholder", hint, LongestPlaceholder);
    }

    private static void WriteOption(Utf8JsonWriter json, string choice)
    {
        json.WriteStartObject();
        Plain(json, "text", choice, LongestOption);
        json.WriteString("value"u8, choice);
        json.WriteEndObject();
    }
}
