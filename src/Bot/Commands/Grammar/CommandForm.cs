using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar.Parts;

namespace Sitrep.Commands.Grammar;

/// <summary>A command's parts as a form: each that has a question, in the order of the parts.</summary>
internal static class CommandForm
{
    /// <summary>The form.</summary>
    /// <param name="command">The command that it fills.</param>
    /// <param name="words">The command with its slash, and the incident's id where one is meant.</param>
    /// <param name="title">Its heading, at most 24 characters.</param>
    /// <param name="submit">The label of its button.</param>
    /// <param name="begun">What its fields start with, by part; null and what is absent stand for nothing.</param>
    public static Form Of(
        Command command, string words, string title, string submit, params IReadOnlyList<(string Part, string? Value)> begun)
    {
        var fields = new List<FormField>();
        foreach (var part in command.Parts)
            if (part.Question is { } question) fields.Add(Field(part, question, begun.FirstOrDefault(one => one.Part == part.Name).Value));
        return new(words, title, submit, fields);
    }

    private static FormField Field(Part part, Question question, string? value) => new(
        part.Name,
        question.Label,
        question.IsRequired,
        question.Hint,
        part.Choices.Count > 0 ? part.Choices : null,
        value,
        question.IsMultiline,
        part is PeoplePart or PersonPart);
}
