using Sitrep.Chat.Events;

namespace Sitrep.Commands.Wording;

/// <summary>Says at which field of a form a refusal belongs, so that a platform shows it where the mistake was made.</summary>
internal static class RefusedField
{
    /// <summary>The same decision with the field in its answer; as it is where nobody filled in a form.</summary>
    public static Decision Mark(Decision decision, ChatEvent chatEvent) =>
        chatEvent is CommandFilled filled && decision.Reply.Refused && FieldOf(decision, filled.Values) is { } field
            ? decision with { Reply = decision.Reply with { Field = field } }
            : decision;

    // What the decider says; what is missing; the field that holds just what the refusal is about.
    private static string? FieldOf(Decision decision, IReadOnlyDictionary<string, string> values) =>
        decision.Refusal?.Part ?? Missing(decision, values) ?? Holding(decision.Refusal?.Text, values);

    private static string? Missing(Decision decision, IReadOnlyDictionary<string, string> values) =>
        decision.Reply.Form?.Fields.FirstOrDefault(field =>
            field.Required && string.IsNullOrWhiteSpace(values.GetValueOrDefault(field.Key)))?.Key;

    private static string? Holding(string? text, IReadOnlyDictionary<string, string> values) =>
        string.IsNullOrEmpty(text) ? null : values.FirstOrDefault(value => value.Value.Trim() == text).Key;
}
