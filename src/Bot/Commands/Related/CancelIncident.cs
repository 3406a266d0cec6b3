using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Incidents;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Related;

/// <summary><c>/incident cancel</c>: a false alarm. It is closed, no postmortem is posted, and it does not count.</summary>
internal sealed class CancelIncident : Command
{
    public override string Name => "incident cancel";

    public override string Summary => "cancel a false alarm: closed, not counted, no postmortem";

    public override string Example => "/incident cancel The probe was misconfigured";

    internal override IReadOnlyList<Part> Parts { get; } = [new TextPart("reason") { IsOptional = true }];

    public override bool IsWeighty => true;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        if (incident.Cancelled)
            return Decision.Refuse(
                Line.Of($"{incident.Id} was cancelled at {situation.Show(incident.ClosedAt!.Value)}."),
                typed.Text,
                new Button("Reopen", $"/incident {incident.Id} reopen"));
        var reason = typed.Text.Length > 0 ? typed.Text : null;
        var after = Closed(situation, incident) with { CancelReason = reason };
        var why = reason is null ? Line.Empty : Line.Of($" Reason: {Excerpt.Of(reason, 1_500)}");
        var line = Line.Of($"⚪ {incident.Id} is cancelled by {situation.User}, {situation.Show(situation.Now)}.").Then(why);
        return Ended(
            situation,
            after,
            line.Then(Line.Of($" No postmortem is posted, and it is not counted. Its {Entries(situation)} stay in the record.")),
            line,
            new Noted(incident.Id, new(NoteKind.Cancelled, situation.Now, situation.Now, situation.User, null, reason)));
    }

    public override Needs Needs => Needs.Record;

    /// <summary>The incident, closed as one that does not count.</summary>
    internal static Incident Closed(Situation situation, Incident incident) => incident with
    {
        Cancelled = true,
        Status = IncidentStatus.Resolved,
        EndedAt = incident.EndedAt ?? situation.Now,
        ClosedAt = situation.Now,
        ClosedBy = situation.User,
    };

    /// <summary>The decision that ends an incident without a postmortem.</summary>
    internal static Decision Ended(
        Situation situation,
        Incident after,
        Line answer,
        Line posted,
        params ReadOnlySpan<IncidentChange> notes) =>
        Decision.Change(after, answer, [new Amended(after), .. notes])
            .Posting(after, posted)
            .With(new Button("Reopen", $"/incident {after.Id} reopen")) with
        {
            ClearedTimers = [UpdateStakeholders.TimerKey(after.Id)],
            Timers = ChannelArchiving.After(situation, after),
        };

    /// <summary><c>1 entry</c>, <c>4 entries</c>.</summary>
    internal static string Entries(Situation situation) =>
        situation.Record!.Timeline.Count is var count && count == 1 ? "1 entry" : $"{count} entries";
}
