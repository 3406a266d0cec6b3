using Sitrep.Chat;
using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Times;

namespace Sitrep.Commands;

/// <summary><c>/incident close</c>: ends the incident and posts its postmortem.</summary>
public sealed class CloseIncident : Command
{
    /// <inheritdoc/>
    public override string Name => "incident close";

    /// <inheritdoc/>
    public override string Usage => "/incident close [at:WHEN]";

    /// <inheritdoc/>
    public override string Summary => "close the incident; its postmortem is posted";

    /// <inheritdoc/>
    public override string Example => "/incident close at:16:00";

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [new("at", "when it was over", IsTime: true)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Flags => [CloseChecklist.Flag];

    /// <inheritdoc/>
    public override Reads Reads => Reads.Record;

    /// <inheritdoc/>
    public override Decision Decide(Situation now, Arguments typed)
    {
        var incident = now.Incident!;
        if (!incident.IsOpen)
        {
            return Decision.Refuse(
                Line.Of($"{incident.Id} was closed at {now.Show(incident.ClosedAt!.Value)}. `/incident set ended WHEN` corrects its end."),
                typed.Text,
                new Button("Reopen", $"/incident {incident.Id} reopen"),
                new Button("Postmortem", $"/incident {incident.Id} postmortem"));
        }

        if (typed.Text.Length > 0)
            return Decision.Refuse(Line.Of($"Closing takes no text but `at:WHEN`. Record the text first: `/timeline {Excerpt.Of(typed.Text, 60)}`."), typed.Text);
        if (typed.Has(CloseChecklist.Flag)) return CloseChecklist.Ask(now);
        switch (CloseChecklist.Fill(now, typed))
        {
            case ChecklistRefused refused: return refused.Answer;
            case ChecklistFilled filled: (now, incident) = (now with { Incident = filled.Incident }, filled.Incident); break;
        }

        return MomentReader.Read(now, typed.Option("at"), "at", $"/incident {incident.Id} close at:\"{MomentReader.Place}\"") switch
        {
            Read at => Close(now, at.Typed is null ? incident.EndedAt ?? now.Now : at.Moment, at.Remark),
            Asked asked => asked.Answer,
            _ => throw new InvalidOperationException("A moment is read or asked for"),
        };
    }

    private static Decision Close(Situation now, DateTimeOffset end, string? remark)
    {
        var incident = now.Incident!;
        if (end < incident.StartedAt)
            return Decision.Refuse(Line.Of($"{now.Show(end)} is before {incident.Id} began ({now.Show(incident.StartedAt)})."));
        var after = incident with { Status = IncidentStatus.Resolved, EndedAt = end, ClosedAt = now.Now, ClosedBy = now.User };
        var note = new Noted(incident.Id, new(NoteKind.Closed, now.Now, now.Now, now.User, null, null));
        var record = now.Record!.With(new Amended(after)).With(note);
        var lasted = Line.Of($"🟢 {incident.Id} closed by {now.User} {now.Show(now.Now)}. It ended at **{now.Show(end)}**, after {TimeText.Compact(end - incident.StartedAt)}.");
        var (effects, parts) = PostmortemMessages.Posted(record, now);
        after = after with { PostmortemParts = parts };
        var decision = Decision.Change(after, lasted.Then(Line.Of($" The postmortem is in {new ChannelName(after.ChannelName, after.ChannelId)}.")), new Amended(after), note);
        if (remark is not null) decision = decision.Adding(Line.Of($"{remark}"));
        return decision.With(new Button("Reopen", $"/incident {incident.Id} reopen")) with
        {
            Effects = [new PostMessage(Destination.Of(after), Message.Of(lasted)), .. effects],
            Cleared = [UpdateStakeholders.ReminderKey(incident.Id)],
            Reminders = PutAway.After(now, incident),
        };
    }
}
