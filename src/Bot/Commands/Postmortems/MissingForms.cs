using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Incidents.Fields;
using Sitrep.Incidents;
using Sitrep.Incidents.Zones;
using Sitrep.Postmortems;
using Sitrep.Prose;

namespace Sitrep.Commands.Postmortems;

/// <summary>The form that fills a part which a postmortem lacks, begun with what the timeline suggests.</summary>
internal static class MissingForms
{
    private const int MostEntries = 25;
    private const int LongestEntry = 70;

    /// <summary>The form.</summary>
    public static Form Of(IncidentRecord record, MissingPart part)
    {
        var id = record.Incident.Id;
        return part switch
        {
            { Key: "severity" } => new(
                $"/incident {id} severity",
                part.Label,
                "Save",
                [new("severity", "How bad was it?", Required: true, Choices: new SeverityPart().Choices)]),
            { Key: "actions" } => new(
                $"/incident {id} action add",
                part.Label,
                "Add",
                [
                    new("text", "What needs to be done?", Required: true, Multiline: true),
                    new("owner", "Who does it?", Hint: "@user"),
                    new("due", "By when?", Hint: "2026-06-14, tomorrow"),
                ]),
            _ when part.Key.StartsWith("owner-", StringComparison.Ordinal) => new(
                $"/incident {id} action owner {part.Key["owner-".Length..]}",
                part.Label,
                "Save",
                [new("user", "Who does it?", Required: true, Hint: "@user")]),
            { Kind: { } kind } when part.Entry is null => new(
                $"/incident {id} note",
                part.Label,
                "Add",
                [
                    new("text", $"{part.Label}, in a sentence", Required: true),
                    new("when", "When was it?", Hint: "14:05"),
                    new("kind", "Kind", Value: "#" + kind.Tag()),
                ]),
            { Entry: { } entry } => Mark(record, part, entry),
            { Key: "affected" } => FieldForm.Of(record.Incident, part.Key, Counting(record)),
            _ => FieldForm.Of(record.Incident, part.Key, part.Suggestion),
        };
    }

    private static Form Mark(IncidentRecord record, MissingPart part, TimelineEntry entry)
    {
        IEnumerable<EntryKind> kinds = part.Kind is { } kind ? [.. entry.KindGuessed ? [] : entry.Kinds, kind] : entry.Kinds;
        var choices = Around([.. record.InOrder()], entry).ToDictionary(one => one.Number, one => Choice(one, record.Incident.Zone));
        return new(
            $"/timeline {record.Incident.Id} mark",
            part.Label,
            "Save",
            [
                new("number", "Which entry says it?", Required: true, Choices: [.. choices.Values], Value: choices[entry.Number]),
                new("kind", "Its kind", Required: true, Value: string.Join(' ', kinds.Distinct().Select(one => "#" + one.Tag()))),
            ]);
    }

    private static string? Counting(IncidentRecord record) =>
        record.InOrder().LastOrDefault(entry => WrittenNumber.In(entry.Text).Any(number => number.IsOfPeople))?.Text;

    // As many entries as a choice may hold, the suggested one among them.
    private static IEnumerable<TimelineEntry> Around(List<TimelineEntry> entries, TimelineEntry entry) =>
        entries.Skip(Math.Clamp(entries.IndexOf(entry) - (MostEntries / 2), 0, Math.Max(0, entries.Count - MostEntries))).Take(MostEntries);

    private static string Choice(TimelineEntry entry, Zone zone)
    {
        var text = $"{entry.Number} · {zone.Local(entry.At):HH:mm} {entry.Text.ReplaceLineEndings(" ")}";
        return Excerpt.Of(text, LongestEntry);
    }
}
