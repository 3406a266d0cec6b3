using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Postmortems;
using Sitrep.Incidents;
using Sitrep.Incidents.Courses;
using Sitrep.Prose;

namespace Sitrep.Commands.Incidents;

/// <summary><c>/incident close</c>: ends the incident and posts its postmortem.</summary>
internal sealed class CloseIncident : Command
{
    public override string Name => "incident close";

    public override string Summary => "close the incident; its postmortem is posted";

    public override string Example => "/incident close 16:00";

    internal override IReadOnlyList<Part> Parts { get; } =
    [
        OptionPart.When("at", "when it was over") with { MayLead = true, Question = new("When was it over?", "15:56; empty means now") },
        new FlagPart(CloseChecklist.Flag) { IsHidden = true },
        .. CloseChecklist.Fields,
    ];

    public override Needs Needs => Needs.Record;

    public override bool IsWeighty => true;

    public override string AsksWith => CloseChecklist.Flag;

    internal override bool ReadsText => true;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        if (!incident.IsOpen)
        {
            return Decision.Refuse(
                Line.Of(
                    $"{incident.Id} was closed at {situation.Show(incident.ClosedAt!.Value)}. `/incident set ended WHEN` corrects its end."
                ),
                typed.Text,
                new Button("Reopen", $"/incident {incident.Id} reopen"),
                new Button("Postmortem", $"/incident {incident.Id} postmortem"));
        }

        if (typed.Text.Length > 0)
            return Decision.Refuse(
                Line.Of($"Closing takes no text but `at:WHEN`. Record the text first: `/timeline {Excerpt.Of(typed.Text, 60)}`."),
                typed.Text);
        if (typed.Has(CloseChecklist.Flag)) return CloseChecklist.Ask(this, situation);
        switch (CloseChecklist.Fill(situation, typed))
        {
            case ChecklistRefused refused: return refused.Answer;
            case ChecklistFilled filled: (situation, incident) = (situation with { Incident = filled.Incident }, filled.Incident); break;
        }

        return MomentReader.Read(situation, typed, "at", $"/incident {incident.Id} close {MomentReader.Spot(typed, "at")}") switch
        {
            MomentRead.Understood at => Close(situation, at.Typed is null ? incident.EndedAt ?? situation.Now : at.Moment, at.Remark),
            MomentRead.Unclear asked => asked.Answer,
            _ => throw new InvalidOperationException("A moment is read or asked for"),
        };
    }

    private static Decision Close(Situation situation, DateTimeOffset end, string? remark)
    {
        var incident = situation.Incident!;
        if (end < incident.StartedAt)
            return Decision.Refuse(Line.Of($"{situation.Show(end)} is before {incident.Id} began ({situation.Show(incident.StartedAt)}).")).At("at");
        var after = incident with { Status = IncidentStatus.Resolved, EndedAt = end, ClosedAt = situation.Now, ClosedBy = situation.User };
        var note = new Noted(incident.Id, new(NoteKind.Closed, situation.Now, situation.Now, situation.User, null, null));
        var record = situation.Record!.With(new Amended(after)).With(note);
        var lasted = Line.Of(
            $"🟢 {incident.Id} closed by {situation.User} {situation.Show(situation.Now)}. It ended at **{situation.Show(end)}**, after {Course.Of(after, end).Words}."
        );
        var (effects, parts) = PostmortemMessages.Posted(record, situation);
        after = after with { PostmortemParts = parts };
        var decision = Decision.Change(
            after,
            lasted.Then(Line.Of($" The postmortem is in {new ChannelName(after.ChannelName, after.ChannelId)}.")),
            new Amended(after),
            note);
        if (remark is not null) decision = decision.Adding(Line.Of($"{remark}"));
        return decision.With(new Button("Reopen", $"/incident {incident.Id} reopen")) with
        {
            Effects = [new PostMessage(Destination.Of(after), Message.Of(lasted)), .. effects],
            ClearedTimers = [UpdateStakeholders.TimerKey(incident.Id)],
            Timers = ChannelArchiving.After(situation, incident),
        };
    }
}
