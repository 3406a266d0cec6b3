using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Prose;

namespace Sitrep.Commands.Wording;

/// <summary>Asks back what a command was given and cannot read, for every command alike: nothing is left out silently.</summary>
internal static class UnreadParts
{
    /// <summary>The key that makes a command ask before it acts; only buttons type it.</summary>
    public const string AskFirst = "ask-first";

    private const int MostButtons = 5;

    /// <summary>The answer; null where all of it was read.</summary>
    public static Decision? Of(Command command, Situation situation, Arguments typed)
    {
        if (typed.Unread is var (part, value)) return Choose(command, situation, typed, part, value);
        if (typed.Has(AskFirst)) return Confirm(command, situation, typed);
        return typed.Text.Length > 0 && !command.Grammar.TakesText && !command.ReadsText && !command.IgnoresText
            ? Decision.Refuse(Line.Of($"`/{command.Name}` takes no text. Record it with `/timeline {Excerpt.Of(typed.Text, 60)}`."), typed.Text)
            : null;
    }

    /// <summary>The same decision, which offers to record the text that the command did not take.</summary>
    public static Decision Offered(Command command, Situation situation, Arguments typed, Decision decision) =>
        !command.IgnoresText || typed.Text.Length == 0 || decision.Reply.Refused || situation.Incident is not { } incident
            ? decision
            : decision
                .Adding(Line.Of($"\"{Excerpt.Of(typed.Text, 200)}\" is not recorded."))
                .With(new Button("Record it", $"/timeline {incident.Id} {typed.Text}"));

    private static Decision Choose(Command command, Situation situation, Arguments typed, Part part, string value)
    {
        var reason = part switch
        {
            SeverityPart => Line.Of($"I could not read \"{Excerpt.Of(value, 60)}\" as a severity. A severity is `sev1` (worst) to `sev5`."),
            { Choices.Count: > 0 } =>
                Line.Of($"I could not read \"{Excerpt.Of(value, 60)}\" as {part.Name}. It is {string.Join(", ", part.Choices.Select(choice => $"`{choice}`"))}."),
            _ => Line.Of($"I could not read \"{Excerpt.Of(value, 60)}\" as {part.Name}. It is `true` or `false`."),
        };
        var rest = typed with
        {
            Options = typed.Options.Where(option => option.Key != part.Name).ToDictionary(StringComparer.Ordinal),
        };
        var again = rest.Retyping(command, situation.Incident?.Id);
        return Decision.Refuse(
            reason,
            "",
            [.. part.Choices.Take(MostButtons).Select(choice => new Button(Label(part, choice), $"{again} {Written(part, choice)}"))]);
    }

    private static string Label(Part part, string choice) => part is SeverityPart ? choice.ToUpperInvariant() : choice;

    private static string Written(Part part, string choice) => part is SeverityPart ? choice : $"{part.Name}:{choice}";

    // A click that reaches into a channel that people do not see is asked about there.
    private static Decision Confirm(Command command, Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        var verb = command.Name.Split(' ')[^1];
        var again = (typed with { Flags = [.. typed.Flags.Where(flag => flag != AskFirst)] }).Retyping(command, incident.Id);
        var question = Line.Of($"{again}? {incident.Id} is \"{incident.Title}\": {Card.SeverityOf(incident)}, {Card.StatusOf(incident)}.");
        return Decision.Refuse(
            question,
            "",
            new Button(Labels.Sentence($"{verb} {incident.Id}"), again, ButtonLook.Danger),
            Labels.GoTo(incident));
    }
}
