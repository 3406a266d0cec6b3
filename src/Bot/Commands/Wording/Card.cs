using Sitrep.Chat.Effects;
using Sitrep.Commands.Incidents;
using Sitrep.Incidents;
using Sitrep.Incidents.Courses;
using Sitrep.Prose;

namespace Sitrep.Commands.Wording;

/// <summary>An incident at a glance: the pinned message of its channel.</summary>
internal static class Card
{
    private static readonly TimeSpan _firstUpdate = TimeSpan.FromMinutes(30);

    /// <summary>The card.</summary>
    public static Message Of(Situation situation, Incident incident)
    {
        situation = situation with { Incident = incident };
        var lines = new List<Line>
        {
            Line.Of(
                $"{Dot(incident)} **{incident.Id} · {incident.Title}** · {SeverityOf(incident)} · {StatusOf(incident)}{(incident.Drill ? " · drill" : "")}{(incident.Private ? " · private" : "")}"
            ),
            Line.Of(
                    $"Declared by {incident.DeclaredBy} {situation.Show(incident.DeclaredAt)} · began {situation.Show(incident.StartedAt)} · Lead: "
                )
                .Then(Lead(incident))
                .Then(OtherRoles(incident)),
        };
        if (incident.Service is { } service) lines.Add(Line.Of($"Service: {service}"));
        lines.AddRange(RelatedLines.Of(incident));
        lines.Add(Next(situation, incident));
        lines.Add(Line.Of($"_Type_ `/timeline what happened` _to record,_ `/incident help` _for the rest._"));
        return Message.Of([.. lines]).With([.. Buttons(incident)]);
    }

    /// <summary>Red while it is open, green once closed, white for a drill.</summary>
    public static string Dot(Incident incident) => incident switch
    {
        { Cancelled: true } => "⚪",
        { IsOpen: false } => "🟢",
        { Status: IncidentStatus.Resolved or IncidentStatus.Monitoring } => "🟡",
        _ => "🔴",
    };

    /// <summary><c>SEV2</c>, or that nobody has said.</summary>
    public static string SeverityOf(Incident incident) => incident.Severity?.ToString().ToUpperInvariant() ?? "severity not set";

    /// <summary>The status, <c>Closed</c> once it is.</summary>
    public static string StatusOf(Incident incident) => incident switch
    {
        { DuplicateOf: { } same } => $"Duplicate of {same.Id}",
        { Cancelled: true } => "Cancelled",
        { IsOpen: true } => incident.Status.ToString(),
        _ => "Closed",
    };

    private static Line Lead(Incident incident) => incident.Lead is { } lead ? Line.Of($"{lead}") : Line.Of($"**nobody yet**");

    private static Line OtherRoles(Incident incident)
    {
        var line = Line.Empty;
        foreach (var (role, person) in incident.Roles.Where(held => held.Key != "lead").OrderBy(held => held.Key, StringComparer.Ordinal))
            line = line.Then(Line.Of($" · {role}: {person}"));
        return line;
    }

    private static Line Next(Situation situation, Incident incident) =>
        incident switch
        {
            { Cancelled: true } => Line.Of(
                $"Cancelled {situation.Show(incident.ClosedAt!.Value)} by {incident.ClosedBy!}. No postmortem is posted, and it is not counted."),
            { IsOpen: false, EndedAt: { } ended } => Line.Of(
                $"Ended {situation.Show(ended)}, after {Course.Of(incident, ended).Words}. The postmortem is below. Your changes update it."),
            { Lead: null } => Line.Of(
                $"**Next:** 1. Somebody takes the lead. 2. Page someone if you need them. 3. First update by {situation.Show(incident.DeclaredAt + _firstUpdate)}."
            ),
            { Status: IncidentStatus.Resolved } => Line.Of($"**Next:** close it; the postmortem writes itself."),
            _ => Line.Of($"**Next:** record what you see and do; say `/incident status identified` once the cause is known."),
        };

    private static IEnumerable<Button> Buttons(Incident incident)
    {
        if (!incident.IsOpen)
        {
            yield return new("Postmortem", $"/incident {incident.Id} postmortem");
            yield return new("Reopen", $"/incident {incident.Id} reopen");
            yield break;
        }

        if (incident.Lead is null) yield return new("Take lead", $"/incident {incident.Id} lead", ButtonLook.Primary);
        yield return new("Page someone", $"/escalate {incident.Id}");
        yield return new("Post update", $"/incident {incident.Id} update");
        yield return new("Catch up", $"/timeline {incident.Id}");
        yield return new(
            "Close",
            $"/incident {incident.Id} close {CloseChecklist.Flag}",
            ButtonLook.Danger);
    }
}
