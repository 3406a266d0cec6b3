using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Postmortems;

/// <summary>What a postmortem still lacks, who could fill it, and what to type.</summary>
internal static class MissingParts
{
    /// <summary>A line for each gap; empty where the document has every part.</summary>
    public static IReadOnlyList<Line> Of(IncidentRecord record)
    {
        var incident = record.Incident;
        var missing = new List<Line>();
        var lead = incident.Lead ?? incident.DeclaredBy;
        var finder = record.InOrder().LastOrDefault(entry => entry.Is(EntryKind.Finding))?.By ?? lead;
        var fixer = record.InOrder().LastOrDefault(entry => entry.Is(EntryKind.Mitigation))?.By ?? lead;
        if (incident.Severity is null) missing.Add(Line.Of($"Severity: `/incident severity sev2` ({lead})"));
        if (incident.Impact is null) missing.Add(Line.Of($"What people could not do: `/incident set impact …` ({lead})"));
        if (incident.AffectedPercent is null && incident.AffectedCount is null)
            missing.Add(Line.Of($"How many were affected: `/incident set affected 70% users` ({lead})"));
        if (incident.ImpactEndedAt is null) missing.Add(Line.Of($"When the impact ended: `/incident set impact-ended 14:41` ({lead})"));
        if (incident.RootCause is null && incident.RootCauseSummary is null)
            missing.Add(Line.Of($"Why it happened: `/incident set root-cause …` ({finder})"));
        if (incident.Resolution.Count == 0) missing.Add(Line.Of($"What fixed it: `/incident set resolution …` ({fixer})"));
        foreach (
            var (kind, what) in new[]
            {
                (EntryKind.Detection, "How it was noticed"),
                (EntryKind.Finding, "When the cause was found"),
                (EntryKind.Resolution, "When it worked again"),
            })
            if (!record.Timeline.Any(entry => entry.Is(kind)))
                missing.Add(Line.Of($"{what}: mark the entry, `/timeline mark N #{kind.Tag()}` ({lead})"));
        if (record.Timeline.Count(entry => entry.KindGuessed) is > 0 and var guessed)
            missing.Add(Line.Of($"{guessed} kinds are guesses: `/timeline` lists them, `/timeline mark N #kind` changes one ({lead})"));
        if (incident.ActionItems.Count == 0) missing.Add(Line.Of($"What prevents the next one: `/incident action add …` ({lead})"));
        foreach (var item in incident.ActionItems.Where(item => item.Owner is null && !item.Done))
            missing.Add(Line.Of($"Task {item.Number} has no owner: {Excerpt.Of(item.Text, 100)} ({lead})"));
        return missing;
    }
}
