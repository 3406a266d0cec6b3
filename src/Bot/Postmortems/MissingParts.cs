using System.Globalization;
using Sitrep.Incidents;

namespace Sitrep.Postmortems;

/// <summary>What a postmortem still lacks, what takes the shortest to fill first: a choice, a number, a sentence, a text.</summary>
internal static class MissingParts
{
    /// <summary>The gaps; empty where the document has every part.</summary>
    public static IReadOnlyList<MissingPart> Of(IncidentRecord record)
    {
        var incident = record.Incident;
        var entries = record.InOrder().ToList();
        var lead = incident.Lead ?? incident.DeclaredBy;
        var finding = entries.FindLast(entry => entry.Is(EntryKind.Finding) && !entry.Is(EntryKind.DeadEnd));
        var fix = entries.FindLast(entry => Fixes(entry) && !entry.Is(EntryKind.DeadEnd));
        var (finder, fixer) = (finding?.By ?? lead, fix?.By ?? lead);
        var guesses = entries.FindAll(entry => entry.KindGuessed);
        var parts = new List<MissingPart>();
        if (incident.Severity is null) parts.Add(new("severity", "Severity", lead));
        if (guesses.Count > 0)
            parts.Add(new("kinds", guesses.Count == 1 ? "1 kind is a guess" : $"{guesses.Count} kinds are guesses", lead, Entry: guesses[0]));
        if (!Has(EntryKind.Detection)) parts.Add(new("detected", "How it was noticed", lead, Entry: entries.FirstOrDefault()));
        if (!Has(EntryKind.Finding)) parts.Add(new("cause-found", "When the cause was found", finder, Entry: BeforeFix(entries)));
        if (!Has(EntryKind.Resolution)) parts.Add(new("resolved", "When it worked again", fixer, Entry: fix ?? entries.LastOrDefault()));
        if (incident.ImpactEndedAt is null)
            parts.Add(new("impact-ended", "When the impact ended", lead, Typed(incident, Milestones.Of(record).Mitigated ?? incident.EndedAt)));
        if (incident.Affected.Count == 0)
            parts.Add(new("affected", "How many were affected", lead));
        foreach (var item in incident.ActionItems.Where(item => item.Owner is null && !item.Done))
            parts.Add(new($"owner-{item.Number}", $"Owner of task {item.Number}", lead));
        if (incident.Impact is null)
            parts.Add(new("impact", "What people could not do", lead, entries.Find(entry => entry.Is(EntryKind.Communication))?.Text));
        if (incident.Resolution.Count == 0) parts.Add(new("resolution", "What fixed it", fixer, fix?.Text));
        if (incident.RootCause is null && incident.RootCauseSummary is null)
            parts.Add(new("root-cause", "Why it happened", finder, finding?.Text));
        if (incident.ActionItems.Count == 0) parts.Add(new("actions", "What prevents a repeat", lead));
        return parts;

        bool Has(EntryKind kind) => entries.Exists(entry => entry.Is(kind));
    }

    private static bool Fixes(TimelineEntry entry) => entry.Is(EntryKind.Resolution) || entry.Is(EntryKind.Mitigation);

    // Whoever mended it knew by then what it was.
    private static TimelineEntry? BeforeFix(List<TimelineEntry> entries)
    {
        var fix = entries.FindIndex(Fixes);
        return fix > 0 ? entries[fix - 1] : entries.LastOrDefault();
    }

    private static string? Typed(Incident incident, DateTimeOffset? at) => at is { } moment
        ? string.Create(CultureInfo.InvariantCulture, $"{incident.Zone.Local(moment):yyyy-MM-dd HH:mm} {incident.Zone.Label}")
        : null;
}
