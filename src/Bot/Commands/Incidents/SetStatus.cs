using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Vocabulary;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Times;

namespace Sitrep.Commands.Incidents;

/// <summary><c>/incident status</c>: where the work stands. No order is enforced.</summary>
internal sealed class SetStatus : Command
{
    public override string Name => "incident status";

    public override string Summary => "set the status";

    public override string Example => "/incident status identified bad rule in the load balancer";

    internal override IReadOnlyList<Part> Parts { get; } =
    [
        new ChoicePart("status", [.. Enum.GetValues<IncidentStatus>().Select(Word)]) { IsSpelledOut = true },
        OptionPart.When("at", "since when") with { MayLead = true },
        new TextPart { IsOptional = true },
    ];

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        var word = typed.Value("status") ?? "";
        if (StatusWords.Read(word) is not { } status)
        {
            return Decision.Refuse(
                Line.Of($"A status is `investigating`, `identified`, `monitoring` or `resolved`."),
                typed.Given,
                [
                    .. Enum.GetValues<IncidentStatus>()
                        .Select(choice => new Button(choice.ToString(), $"/incident {incident.Id} status {Word(choice)}")),
                ]);
        }

        var decision = Decide(situation, typed, status, typed.Text);
        return decision.Reply.Refused || WordMeaning.Same(word, Word(status)) ? decision : decision.Adding(ReadAs.Said(word, Word(status)));
    }

    /// <summary>Sets a status that is understood, at the time typed.</summary>
    internal static Decision Decide(Situation situation, Arguments typed, IncidentStatus status, string text)
    {
        var incident = situation.Incident!;
        return MomentReader.Read(
            situation,
            typed,
            "at",
            $"/incident {incident.Id} status {Word(status)} {MomentReader.Spot(typed, "at")} {text}") switch
        {
            MomentRead.Understood at => Set(situation, incident, status, at, text),
            MomentRead.Unclear asked => asked.Answer,
            _ => throw new InvalidOperationException("A moment is read or asked for"),
        };
    }

    private static Decision Set(Situation situation, Incident incident, IncidentStatus status, MomentRead.Understood at, string text)
    {
        if (!incident.IsOpen && status != IncidentStatus.Resolved)
            return Decision.Refuse(
                Line.Of($"{incident.Id} is closed. `/incident reopen` opens it again."),
                text,
                new Button("Reopen", $"/incident {incident.Id} reopen"));
        // Saying again that it is over must not move the end of what was over long ago; saying when corrects it.
        if (!incident.IsOpen && at.Typed is null)
            return Decision.Refuse(
                Line.Of(
                    $"{incident.Id} is closed; it ended at {situation.Show(incident.EndedAt ?? incident.ClosedAt!.Value)}. `/incident set ended WHEN` corrects that."
                ),
                text);
        if (status == IncidentStatus.Resolved && at.Moment < incident.StartedAt)
            return Decision.Refuse(
                Line.Of($"{situation.Show(at.Moment)} is before {incident.Id} began ({situation.Show(incident.StartedAt)})."),
                text);
        // Resolved ends the incident; the record stays open until it is closed. Any other status says it goes on.
        var after = incident with { Status = status, EndedAt = status == IncidentStatus.Resolved ? at.Moment : null };
        var line = Line.Of($"{incident.Id} is **{Word(status)}** since {situation.Show(at.Moment)}.");
        var words = text.Length > 0 ? Line.Of($" {Excerpt.Of(text, 1_500)} — {situation.User}") : Line.Empty;
        return Decision
            .Change(
                after,
                line,
                new Amended(after),
                new Noted(
                    incident.Id,
                    new(NoteKind.Status, at.Moment, situation.Now, situation.User, Word(status), text.Length > 0 ? text : null)))
            .Posting(after, line.Then(words))
            .With(MoveButtons(situation, incident, status, at, text));
    }

    // "db fixed at 14:40" says when, and need not: it is recorded now, and 14:40 is a click away.
    private static Button[] MoveButtons(
        Situation situation,
        Incident incident,
        IncidentStatus status,
        MomentRead.Understood at,
        string text) =>
        at.Typed is null && TimeInside.Find(text, situation.Times) is { } inside
            ? [new($"Move to {situation.Show(inside.At).Text}", $"/incident {incident.Id} status {Word(status)} at:\"{inside.Typed}\" {text}")]
            : [];

    /// <summary>The status as people type it.</summary>
    internal static string Word(IncidentStatus status) => status.ToString().ToLowerInvariant();
}
