using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Incidents;

/// <summary><c>/incident list</c>: every incident, the newest first.</summary>
internal sealed class ListIncidents : Command
{
    public override string Name => "incident list";

    public override string Summary => "list incidents, open and closed";

    public override string Example => "/incident list";

    public override bool NeedsIncident => false;

    public override Needs Needs => Needs.AllIncidents;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        return situation.All.Count == 0
            ? Decision.Say(Line.Of($"No incident yet. `/incident start What broke` declares the first."))
            : Decision.Say(new Message([new Paragraph(Line.Of($"**Incidents**, the newest first")), Of(situation, situation.All)], []));
    }

    /// <summary>Incidents as a list, a line each.</summary>
    internal static ListBlock Of(Situation situation, IEnumerable<Incident> incidents) =>
        new(Numbered: false, [.. incidents.Select(incident => LineOf(situation, incident))]);

    private static Line LineOf(Situation situation, Incident incident)
    {
        var at = new Moment(incident.StartedAt, Sitrep.Times.TimeText.Of(incident.StartedAt, incident.Zone, situation.Now));
        return Line.Of(
            $"{Card.Dot(incident)} **{incident.Id}** {incident.Title} · {Card.SeverityOf(incident)} · {Card.StatusOf(incident)} · since {at} · {new ChannelName(incident.ChannelName, incident.ChannelId)}"
        );
    }
}
