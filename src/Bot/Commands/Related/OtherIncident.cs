using Sitrep.Access;
using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Related;

/// <summary>The second incident of a command that names one.</summary>
internal static class OtherIncident
{
    private const int MostOffered = 5;

    /// <summary>How an incident is named in another one's record: with its title only where everybody may read it.</summary>
    public static IncidentLink Link(Incident incident) => new(incident.Id, May.See(Viewer.Anybody, incident) ? incident.Title : null);

    /// <summary>The answer where the other incident cannot be used; null where it can.</summary>
    public static Decision? Refused(Situation situation, Arguments typed, string verb)
    {
        var incident = situation.Incident!;
        var named = typed.Value("other");
        if (typed.Text.Length > 0 || named is null)
            return Decision.Refuse(
                Line.Of($"Which incident? Type its id: `/incident {verb} INC-3`."),
                typed.Given,
                [
                    .. situation.Open.Where(open => open.Id != incident.Id).Take(MostOffered)
                        .Select(open => new Button($"{open.Id}", $"/incident {incident.Id} {verb} {open.Id}")),
                ]);
        if (situation.Other?.Incident is not { } other)
            return Decision.Refuse(Line.Of($"There is no incident \"{Excerpt.Of(named, 60)}\" that you can see. `/incident list` shows them all."), named);
        if (other.Id == incident.Id) return Decision.Refuse(Line.Of($"{named} is this incident. Name another one."), named);
        // The name of a private one in the other's channel would tell everybody there that it exists.
        return May.See(Viewer.Anybody, other) == May.See(Viewer.Anybody, incident)
            ? null
            : Decision.Refuse(Line.Of($"One of {incident.Id} and {other.Id} is private, the other is not: the public one would give it away."), named);
    }
}
