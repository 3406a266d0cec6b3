using System.Globalization;
using Sitrep.Chat.Events;
using Sitrep.Prose;

namespace Sitrep.Chat.Effects;

/// <summary>A question with several fields: a modal in Slack and Discord, a dialog in the built-in chat.</summary>
/// <param name="Command">The command it fills, for example <c>/incident INC-7 close</c>.</param>
/// <param name="Title">Its heading, at most 24 characters.</param>
/// <param name="Submit">The label of its button.</param>
/// <param name="Fields">Its fields in order.</param>
internal sealed record Form(string Command, string Title, string Submit, IReadOnlyList<FormField> Fields)
{
    private const int LongestTitle = 200;

    /// <summary>The same, begun with what a message says that it is opened about; what it says is most of what is asked.</summary>
    public Form About(PickedMessage message) => this with { Fields = [.. Fields.Select(field => Begun(field, message))] };

    private static FormField Begun(FormField field, PickedMessage message) => field.Key switch
    {
        "title" when message.Text.Length > 0 => field with { Value = Excerpt.Begun(message.Text.Split('\n')[0], LongestTitle) },
        "at" => field with { Value = message.At.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) },
        _ => field,
    };
}

/// <summary>A field of a <see cref="Form"/>.</summary>
/// <param name="Key">The part it fills, by its name.</param>
/// <param name="Label">What is asked.</param>
/// <param name="Required">Whether it must be filled.</param>
/// <param name="Hint">An example; null where none is needed.</param>
/// <param name="Choices">What to choose from; empty for free text.</param>
/// <param name="Value">What it starts with; null for nothing.</param>
/// <param name="Multiline">Whether several lines are expected.</param>
/// <param name="People">Whether people and groups are asked for: a platform that can offers them to be picked.</param>
internal sealed record FormField(
    string Key,
    string Label,
    bool Required = false,
    string? Hint = null,
    IReadOnlyList<string>? Choices = null,
    string? Value = null,
    bool Multiline = false,
    bool People = false);
