using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Related;

/// <summary><c>/incident link INC-3</c>: two incidents have to do with one another; both postmortems name the other one.</summary>
internal sealed class LinkIncidents : Command
{
    private const string Unlink = "unlink";

    public override string Name => "incident link";

    public override string Summary => "link a related incident; both postmortems name it";

    public override string Example => "/incident link INC-3";

    internal override IReadOnlyList<Part> Parts { get; } = [new OtherIncidentPart(), new FlagPart(Unlink) { IsHidden = true }];

    public override Needs Needs => Needs.Other | Needs.OpenIncidents;

    internal override bool ReadsText => true;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        if (typed.Text.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            return Decision.Refuse(
                Line.Of($"`/incident link` takes an incident. `/incident attach` keeps an address."),
                typed.Text,
                new Button("Attach it", $"/incident {incident.Id} attach {typed.Text}"));
        if (OtherIncident.Refused(situation, typed, "link") is { } refused) return refused;
        var other = situation.Other!.Incident;
        var isLinked = incident.Related.Any(link => link.Id == other.Id);
        if (typed.Has(Unlink) && !isLinked)
            return Decision.Refuse(Line.Of($"{incident.Id} and {other.Id} are not linked."));
        if (isLinked && !typed.Has(Unlink))
            return Decision.Refuse(
                Line.Of($"{incident.Id} and {other.Id} are linked already."),
                "",
                new Button("Unlink", $"/incident {incident.Id} link {other.Id} {Unlink}"));
        return isLinked ? Done(situation, other, "no longer linked", null) : Done(situation, other, "linked", "Related incidents stand in both postmortems.");
    }

    private static Decision Done(Situation situation, Incident other, string what, string? more)
    {
        var incident = situation.Incident!;
        var (here, there) = (With(incident, other, more is not null), With(other, incident, more is not null));
        var said = Line.Of($"🔗 {OtherIncident.Link(incident).Shown} and {OtherIncident.Link(other).Shown} are {what}");
        var posted = said.Then(Line.Of($" — {situation.User}, {situation.Show(situation.Now)}"));
        var answer = said.Then(more is null ? Line.Of($".") : Line.Of($". {more}"));
        var decision = Decision.Change(here, answer, new Amended(here), Note(incident, other), new Amended(there), Note(other, incident))
            .Posting(here, posted);
        decision = decision with { Effects = [.. decision.Effects, new PostMessage(Destination.Of(other), Message.Of(posted))] };
        return more is null ? decision : decision.With(new Button("Unlink", $"/incident {incident.Id} link {other.Id} {Unlink}"));

        Noted Note(Incident of, Incident to) =>
            new(of.Id, new(NoteKind.Linked, situation.Now, situation.Now, situation.User, to.Id.ToString(), more is null ? what : null));
    }

    private static Incident With(Incident incident, Incident other, bool isLinked) => incident with
    {
        Related = [.. incident.Related.Where(link => link.Id != other.Id), .. isLinked ? [OtherIncident.Link(other)] : (IncidentLink[])[]],
    };
}
