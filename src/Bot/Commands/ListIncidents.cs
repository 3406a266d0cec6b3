using Sitrep.Chat;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands;

/// <summary><c>/incident list</c>: every incident, the newest first.</summary>
public sealed class ListIncidents : Command
{
    /// <inheritdoc/>
    public override string Name => "incident list";

    /// <inheritdoc/>
    public override string Usage => "/incident list";

    /// <inheritdoc/>
    public override string Summary => "list incidents, open and closed";

    /// <inheritdoc/>
    public override string Example => "/incident list";

    /// <inheritdoc/>
    public override bool NeedsIncident => false;

    /// <inheritdoc/>
    public override Reads Reads => Reads.AllIncidents;

    /// <inheritdoc/>
    public override Decision Decide(Situation now, Arguments typed)
    {
        var visible = now.All.Where(incident => Privacy.MaySee(now, incident)).ToList();
        return visible.Count == 0
            ? Decision.Say(Line.Of($"No incident yet. `/incident start What broke` declares the first."))
            : Decision.Say(new Message([new Paragraph(Line.Of($"**Incidents**, the newest first")), Of(now, visible)], []));
    }

    /// <summary>Incidents as a list, a line each.</summary>
    internal static ListBlock Of(Situation now, IEnumerable<Incident> incidents) => new(Numbered: false, [.. incidents.Select(incident => LineOf(now, incident))]);

    private static Line LineOf(Situation now, Incident incident)
    {
        var at = new Moment(incident.StartedAt, Times.TimeText.Of(incident.StartedAt, incident.Zone, now.Now));
        return Line.Of($"{Card.Dot(incident)} **{incident.Id}** {incident.Title} · {Card.SeverityOf(incident)} · {Card.StatusOf(incident)} · since {at} · {new ChannelName(incident.ChannelName, incident.ChannelId)}");
    }
}
