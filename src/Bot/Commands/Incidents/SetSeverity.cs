using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Incidents;

/// <summary><c>/incident severity</c>: how bad it is, recorded.</summary>
internal sealed class SetSeverity : Command
{
    public override string Name => "incident severity";

    public override IReadOnlyList<string> Aliases => ["incident sev"];

    public override string Summary => "set the severity";

    public override string Example => "/incident severity sev1";

    internal override IReadOnlyList<Part> Parts { get; } = [new SeverityPart { IsFirst = true }, new TextPart("reason") { IsOptional = true }];

    public override bool IsWeighty => true;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        if (typed.Severity is not { } severity)
        {
            return Decision.Refuse(
                Line.Of($"A severity is `sev1` (worst) to `sev5`."),
                typed.Given,
                [
                    .. Enum.GetValues<Severity>()
                        .Select(choice => new Button(
                            choice.ToString().ToUpperInvariant(),
                            $"/incident {incident.Id} severity {Word(choice)}")),
                ]);
        }

        var reason = typed.Text.Length > 0 ? typed.Text : null;
        if (incident.Severity == severity && reason is null) return Decision.Refuse(Line.Of($"{incident.Id} is {Word(severity)} already."));
        var after = incident with { Severity = severity };
        var was = incident.Severity is { } before && before != severity ? $" (was {Word(before)})" : "";
        var why = reason is null ? Line.Empty : Line.Of($" Reason: {Excerpt.Of(reason, 1_500)}");
        var decision = Decision.Change(
                after,
                Line.Of($"{incident.Id} is **{Word(severity)}**{was}.").Then(why),
                new Amended(after),
                new Noted(incident.Id, new(NoteKind.Severity, situation.Now, situation.Now, situation.User, Word(severity), reason)))
            .Posting(
                after,
                Line.Of($"{situation.Show(situation.Now)} · Severity is **{Word(severity)}**{was}, set by {situation.User}").Then(why));
        return typed.Value("severity") is { } word ? decision.Adding(ReadAs.Said(word, Word(severity))) : decision;
    }

    /// <summary>The severity as people type it.</summary>
    internal static string Word(Severity severity) => severity.ToString().ToLowerInvariant();
}
