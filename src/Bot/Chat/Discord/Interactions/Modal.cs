using Sitrep.Chat.Effects;

namespace Sitrep.Chat.Discord.Interactions;

/// <summary>A form as Discord shows it (docs: components, "Modal").</summary>
internal static class Modal
{
    private const int Text = 4;
    private const int Choice = 3;
    private const int OneLine = 1;
    private const int Paragraph = 2;
    private const int LongestText = 4_000;
    private const int LongestTitle = 45;
    private const int LongestHint = 100;
    private const int MostFields = 5;

    /// <summary>The form.</summary>
    /// <param name="form">What is asked.</param>
    /// <param name="kept">What it remembers.</param>
    public static ModalCallback Of(Form form, ModalContext kept) =>
        new(
            new(
                CustomId.Of(0, kept.ToText()),
                Cut(form.Title, LongestTitle),
                [
                    .. (kept.About is { } message ? form.About(message) : form)
                        .Fields.Take(MostFields)
                        .Select(field => new LabelBody(Cut(field.Label, LongestTitle), Field(field))),
                ]));

    private static FieldBody Field(FormField field) =>
        field.Choices is { Count: > 0 } choices
            ? new(
                Choice,
                field.Key,
                field.Required,
                field.Hint is null ? null : Cut(field.Hint, LongestHint),
                Options: [.. choices.Take(25).Select(choice => new ChoiceBody(choice, choice, choice == field.Value ? true : null))])
            : new(
                Text,
                field.Key,
                field.Required,
                field.Hint is null ? null : Cut(field.Hint, LongestHint),
                field.Multiline ? Paragraph : OneLine,
                field.Value is null ? null : Cut(field.Value, LongestText),
                LongestText);

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
