using Sitrep.Chat.Effects;
using Sitrep.Commands.Incidents;
using Sitrep.Incidents;
using Sitrep.Incidents.Courses;
using Sitrep.Prose;

namespace Sitrep.Commands.Wording;

/// <summary>An incident at a glance: the pinned message of its channel.</summary>
internal static class Card
{
    /// <summary>The card.</summary>
    public static Message Of(Situation situation, Incident incident)
    {
        situation = situation with { Incident = incident };
        var lines = new List<Line>
        {
            Head(incident),
            Line.Of(
                    $"Declared by {incident.DeclaredBy} {situation.Show(incident.DeclaredAt)} · began {situation.Show(incident.StartedAt)} · Lead: "
                )
                .Then(Lead(incident))
                .Then(OtherRoles(incident)),
        };
        if (incident.Service is { } service) lines.Add(Line.Of($"Service: {service}"));
        lines.AddRange(RelatedLines.Of(incident));
        lines.AddRange(Next(situation, incident));
        if (OpenTasks.InOneLine(incident) is { } tasks) lines.Add(tasks);
        lines.Add(Line.Of($"_Type_ `/timeline what happened` _to record,_ `/incident help` _for the rest._"));
        return Message.Of([.. lines]).With([.. Buttons(incident)]);
    }

    /// <summary>Which one it is, and where it stands.</summary>
    public static Line Head(Incident incident) => Line.Of(
            $"{Dot(incident)} **{incident.Id} · {incident.Title}** · {SeverityOf(incident)} · {StatusOf(incident)}{(incident.Drill ? " · drill" : "")}{(incident.Private ? " · private" : "")}"
        );

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

    private static IEnumerable<Line> Next(Situation situation, Incident incident)
    {
        if (incident.Cancelled)
        {
            yield return Line.Of(
                $"Cancelled {situation.Show(incident.ClosedAt!.Value)} by {incident.ClosedBy!}. No postmortem is posted, and it is not counted.");
            yield break;
        }

        if (incident is { IsOpen: false, EndedAt: { } ended })
        {
            var course = Course.Of(incident, ended);
            yield return Line.Of($"Ended {situation.Show(ended)}, after {course.Words}. The postmortem is below. Your changes update it.");
            yield break;
        }

        yield return NextSteps.Of(situation, incident);
        if (incident.Status == IncidentStatus.Resolved) yield return Line.Of($"Then close it; the postmortem writes itself.");
        else if (incident.Lead is not null)
            yield return Line.Of($"Then record what you see and do; say `/incident status identified` once the cause is known.");
    }


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
        yield return new("Catch up", $"/incident {incident.Id} catchup");
        yield return new("Close", $"/incident {incident.Id} close {CloseChecklist.Flag}", ButtonLook.Danger);
    }
}
