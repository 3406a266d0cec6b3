using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Incidents;
using Sitrep.Commands.Timelines;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Escalations;

/// <summary>
/// <c>/escalate</c>: calls people or teams in and records it, as an escalation and, unless its time is unknown, as a
/// timeline entry like any other.
/// </summary>
internal sealed class EscalateIncident : Command
{
    public override string Name => "escalate";

    public override IReadOnlyList<string> Aliases => ["incident escalate", "incident page"];

    public override string Summary => "call people or teams in, and record it";

    public override string Example => "/escalate to:\"backend team, @li\" error rate still rising";

    internal override IReadOnlyList<Part> Parts { get; } =
    [
        new PeoplePart("to", "@li, or \"backend team, DevOps team\"") { Question = new("Who?", "@li, backend team", IsRequired: true) },
        new TextPart { IsOptional = true, Question = new("What do they need to know?", IsMultiline: true) },
        OptionPart.Text("from", "WHO", "who hands over"),
        OptionPart.When("at", "14:05, 10m ago, unknown") with
        {
            Or = "unknown",
            Question = new("When?", "empty means now; unknown is fine"),
        },
        new KindsPart { IsOptional = true },
    ];

    public override bool AsksForMissing => true;

    public override Needs Needs => Needs.LastNumbers;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        var (targets, text) = (EscalationTargets.In(typed.Value("to")), typed.Text);
        if (targets.Count == 0)
        {
            return Decision.Ask(
                Line.Of($"Whom shall I call in? Nothing was changed. Type for example `{Example}`."),
                CommandForm.Of(this, $"/escalate {incident.Id}", "Page someone", "Escalate", ("text", text.Length > 0 ? text : null)));
        }

        if (string.Equals(typed.Option("at"), "unknown", StringComparison.OrdinalIgnoreCase))
            return Record(situation, typed, targets, text, null);
        var again =
            $"/escalate {incident.Id} to:\"{string.Join(", ", targets)}\" {text} at:\"{MomentReader.Place}\"{typed.Retyped("to", "at")}";
        return MomentReader.Read(situation, typed.Option("at"), "at", again) switch
        {
            MomentRead.Understood at => Record(situation, typed, targets, text, at),
            MomentRead.Unclear asked => asked.Answer,
            _ => throw new InvalidOperationException("A moment is read or asked for"),
        };
    }

    /// <summary>The same page once more. Whoever is called in must not sleep through because a connection broke.</summary>
    public static PostMessage SentAgain(PostMessage page) =>
        page with
        {
            Message = page.Message with
            {
                Blocks = [.. page.Message.Blocks, new Paragraph(Line.Of($"_Sent again: nobody can say whether the first one arrived._"))],
            },
        };

    private static Decision Record(
        Situation situation,
        Arguments typed,
        IReadOnlyList<string> targets,
        string text,
        MomentRead.Understood? at)
    {
        var incident = situation.Incident!;
        var to = string.Join(", ", targets);
        var from = typed.Option("from")?.Trim();
        var escalation = new Escalation
        {
            Number = situation.LastEscalation + 1,
            To = targets,
            From = from,
            At = at?.Moment,
            Text = text.Length > 0 ? text : null,
            RecordedAt = situation.Now,
            By = situation.User,
            Entry = at is null ? null : situation.LastEntry + 1,
        };
        var changes = new List<IncidentChange> { new EscalationRecorded(incident.Id, escalation) };
        if (at is not null)
            changes.Add(new EntryRecorded(incident.Id, EntryOf(situation, typed, text.Length > 0 ? text : $"Escalated to {to}", at)));
        var when = at is null
            ? Line.Of($"at an unknown time (listed as an escalation, not on the timeline)")
            : Line.Of($"at **{situation.Show(at.Moment)}**, no. {escalation.Entry ?? 0}");
        var answer = Line.Of($"Escalated {incident.Id} to {to}{(from is null ? "" : $" from {from}")}, {when}. `/ack` acknowledges it.");
        var decision = Decision.Change(incident, answer, [.. changes]) with
        {
            Effects =
            [
                .. Invitation.Of(situation, incident, targets.Where(target => target.StartsWith('@')).Select(situation.Called)),
                new PostMessage(Destination.Of(incident), Called(situation, escalation), IsPage: true),
            ],
        };
        return at?.Remark is { } remark ? decision.Adding(Line.Of($"{remark}")) : decision;
    }

    private static TimelineEntry EntryOf(Situation situation, Arguments typed, string text, MomentRead.Understood at) =>
        RecordEntry.EntryOf(situation, text, [.. typed.Kinds.Prepend(EntryKind.Escalation).Distinct()], null)
            with
        { At = at.Moment, TypedTime = at.Typed, Approximate = at.Approximate };

    // The only place where what people typed may notify somebody: naming them is what the command is for.
    private static Message Called(Situation situation, Escalation escalation)
    {
        var to = Line.Empty;
        foreach (var target in escalation.To)
        {
            if (to.Spans.Count > 0) to = to.Then(Line.Of($", "));
            to = to.Then(target.StartsWith('@') ? new Line([new Mention(situation.Called(target), Ping: true)]) : Line.Of($"**{target}**"));
        }

        var at = escalation.At is { } moment ? Line.Of($"**{situation.Show(moment)}** · ") : Line.Empty;
        var text = escalation.Text is null ? Line.Empty : Line.Of($": {Excerpt.Of(escalation.Text, 1_500)}");
        var from = escalation.From is null ? Line.Empty : Line.Of($" (from {escalation.From})");
        var number = escalation.Entry is { } entry ? Line.Of($" · no. {entry}") : Line.Empty;
        return Message
            .Of(
                Line.Of($"🔔 ")
                    .Then(at)
                    .Then(Line.Of($"Paged "))
                    .Then(to)
                    .Then(from)
                    .Then(text)
                    .Then(Line.Of($" — {escalation.By}"))
                    .Then(number))
            .With(new Button("Acknowledge", $"/ack {situation.Incident!.Id}", ButtonLook.Primary));
    }
}
