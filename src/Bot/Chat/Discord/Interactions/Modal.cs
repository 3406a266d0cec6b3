using Sitrep.Chat.Effects;

namespace Sitrep.Chat.Discord.Interactions;

/// <summary>A form as Discord shows it (docs: components, "Modal").</summary>
internal static class Modal
{
    /// <summary>Behind a field's name: the input for roles, and the one for names that no picker offers.</summary>
    public const string Roles = "-roles";
    public const string Names = "-names";

    private const int OneLine = 1;
    private const int Paragraph = 2;
    private const int LongestText = 4_000;
    private const int LongestTitle = 45;
    private const int LongestHint = 100;
    private const int MostFields = 5;
    private const int MostPicked = 25;

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
                        .Fields.SelectMany(Inputs)
                        .Take(MostFields),
                ]));

    // Whom a picker cannot offer is named beside it; the bot asks again where none names anybody.
    private static IEnumerable<LabelBody> Inputs(FormField field)
    {
        if (!field.People) return [new(Cut(field.Label, LongestTitle), Field(field))];
        var names = new FormField(field.Key + Names, "Teams, by name", Hint: "backend team", Value: field.Value);
        return
        [
            new(Cut(field.Label, LongestTitle), Picker(ComponentType.UserSelect, field.Key, "Pick people")),
            new("Roles", Picker(ComponentType.RoleSelect, field.Key + Roles, "Pick roles")),
            new(names.Label, Field(names)),
        ];
    }

    private static FieldBody Picker(int type, string key, string hint) =>
        new(type, key, Required: false, hint, MinValues: 0, MaxValues: MostPicked);

    private static FieldBody Field(FormField field) =>
        field.Choices is { Count: > 0 } choices
            ? new(
                ComponentType.Choice,
                field.Key,
                field.Required,
                field.Hint is null ? null : Cut(field.Hint, LongestHint),
                Options: [.. choices.Take(25).Select(choice => new ChoiceBody(choice, choice, choice == field.Value ? true : null))])
            : new(
                ComponentType.Text,
                field.Key,
                field.Required,
                field.Hint is null ? null : Cut(field.Hint, LongestHint),
                field.Multiline ? Paragraph : OneLine,
                field.Value is null ? null : Cut(field.Value, LongestText),
                LongestText);

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
