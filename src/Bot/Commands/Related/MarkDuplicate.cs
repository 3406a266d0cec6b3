using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Related;

/// <summary><c>/incident duplicate INC-3</c>: it is the same as another one and goes on there. Both keep their entries.</summary>
internal sealed class MarkDuplicate : Command
{
    public override string Name => "incident duplicate";

    public override string Summary => "close it as a duplicate of another incident";

    public override string Example => "/incident duplicate INC-3";

    internal override IReadOnlyList<Part> Parts { get; } = [new OtherIncidentPart()];

    public override Needs Needs => Needs.Other | Needs.Record | Needs.OpenIncidents;

    public override bool IsWeighty => true;

    internal override bool ReadsText => true;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        if (OtherIncident.Refused(situation, typed, "duplicate") is { } refused) return refused;
        var record = situation.Other!;
        var other = record.Incident;
        if (incident.DuplicateOf?.Id == other.Id) return Decision.Refuse(Line.Of($"{incident.Id} is a duplicate of {other.Id} already."));
        if (other.DuplicateOf is { } first)
            return first.Id == incident.Id
                ? Decision.Refuse(Line.Of($"{other.Id} is a duplicate of {incident.Id} already."))
                : Decision.Refuse(
                    Line.Of($"{other.Id} is itself a duplicate of {first.Id}."),
                    "",
                    new Button($"Duplicate of {first.Id}", $"/incident {incident.Id} duplicate {first.Id}"));
        var after = CancelIncident.Closed(situation, incident) with { DuplicateOf = OtherIncident.Link(other) };
        var there = other with
        {
            Duplicates = [.. other.Duplicates.Where(link => link.Id != incident.Id), OtherIncident.Link(incident)],
        };
        var count = CancelIncident.Entries(situation);
        var line = Line.Of($"⚪ {incident.Id} is closed as a duplicate of {other.Id} by {situation.User}, {situation.Show(situation.Now)}.");
        var way = Line.Of($" It goes on in {new ChannelName(other.ChannelName, other.ChannelId)}. Its {count} stay in the record: `/timeline {incident.Id}`.");
        var decision = CancelIncident.Ended(
            situation,
            after,
            line.Then(way),
            line.Then(way),
            new Noted(incident.Id, new(NoteKind.Cancelled, situation.Now, situation.Now, situation.User, other.Id.ToString(), null)),
            new Amended(there),
            new Noted(other.Id, new(NoteKind.Linked, situation.Now, situation.Now, situation.User, incident.Id.ToString(), null)));
        return decision with
        {
            Effects =
            [
                .. decision.Effects,
                new PostMessage(
                    Destination.Of(other),
                    Message
                        .Of(Line.Of($"{OtherIncident.Link(incident).Shown} is a duplicate of {other.Id} — {situation.User}, {situation.Show(situation.Now)}. Its {count}: `/timeline {incident.Id}`."))
                        .With(new Button($"Timeline of {incident.Id}", $"/timeline {incident.Id}"))),
            ],
        };
    }
}
