using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Vocabulary;
using Sitrep.Incidents;
using Sitrep.Postmortems;
using Sitrep.Prose;

namespace Sitrep.Commands.Incidents.Fields;

/// <summary><c>/incident set FIELD TEXT</c>: what the postmortem says besides the timeline.</summary>
internal sealed class SetField : Command
{
    public override string Name => "incident set";

    public override string Summary => $"fill the postmortem: {string.Join(", ", IncidentFields.Names)}";

    public override string Example => "/incident set root-cause A bad rule in the load balancer";

    internal override IReadOnlyList<Part> Parts { get; } =
    [
        new ChoicePart("field", IncidentFields.Names) { Hint = "which part of the postmortem" },
        new TextPart(),
    ];

    public override bool AsksForMissing => true;

    public override Needs Needs => Needs.Record;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        var (name, text) = FieldWords.Read(typed.Value("field") ?? "", typed.Text);
        if (!IncidentFields.Names.Contains(name))
        {
            var near = SpellingSuggestion.Of(name, IncidentFields.Names);
            var hint = near is null
                ? Line.Of($"The fields are {string.Join(", ", IncidentFields.Names)}.")
                : Line.Of($"Did you mean `{near}`?");
            var unknown = Line.Of($"I do not know the field \"{Excerpt.Of(name, 60)}\". ").Then(hint);
            return near is null
                ? Decision.Refuse(unknown, typed.Given)
                : Decision.Refuse(
                    unknown,
                    typed.Given,
                    new Sitrep.Chat.Effects.Button("Set " + near, $"/incident {incident.Id} set {near} {text}"));
        }

        if (text.Length == 0 && IncidentFields.Shown(situation, incident, name) is { } value)
            return Decision.Ask(
                Line.Of($"{incident.Id} {name}: {Excerpt.Of(value, 1_500)}. `/incident set {name} …` changes it."),
                FieldForm.Of(incident, name, suggestion: null));
        if (text.Length == 0)
            return Decision.Ask(
                Line.Of($"Add the text: `/incident set {name} …`. Nothing was changed."),
                FieldForm.Of(incident, name, Suggestion(situation.Record!, name)));
        return IncidentFields.Set(situation, incident, name, text) switch
        {
            FieldSet(var after, var shown) => Done(situation, after, name, shown),
            FieldRefused(var answer) => answer,
            _ => throw new InvalidOperationException("A field is set or refused"),
        };
    }

    private static string? Suggestion(IncidentRecord record, string name) =>
        MissingParts.Of(record).FirstOrDefault(part => part.Key == name || part.Key + "-summary" == name)?.Suggestion;

    private static Decision Done(Situation situation, Incident after, string name, Line shown) =>
        Decision.Change(
                after,
                Line.Of($"{after.Id} {name} is set: ").Then(shown),
                new Amended(after),
                new Noted(after.Id, new(NoteKind.Field, situation.Now, situation.Now, situation.User, name, shown.PlainText)))
            .Posting(after, Line.Of($"**{name}**: ").Then(shown).Then(Line.Of($" — {situation.User}")));
}
