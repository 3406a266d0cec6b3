using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Times;

namespace Sitrep.Commands.Timelines;

/// <summary>Several lines that each start with a time are several entries, once somebody has said so.</summary>
internal static class PastedLines
{
    /// <summary>The word that makes entries of lines; only a button types it.</summary>
    public const string AsEntries = "as-entries";

    private const int Most = 50;

    /// <summary>The lines, those without a time joined to the one before; null where they are one entry.</summary>
    public static IReadOnlyList<string>? In(string given)
    {
        var lines = new List<string>();
        var timed = 0;
        foreach (var line in given.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            var starts = WrittenTime.InFrontOf(line) is var (_, behind) && behind.Length > 0;
            if (starts) timed++;
            else if (lines.Count == 0) return null;
            if (starts) lines.Add(line);
            else lines[^1] += "\n" + line;
        }

        return timed is > 1 and <= Most ? lines : null;
    }

    /// <summary>The question.</summary>
    public static Decision Ask(Situation situation, Arguments typed, IReadOnlyList<string> lines)
    {
        var id = situation.Incident!.Id;
        var decision = Decision.Refuse(
            Line.Of($"{lines.Count} lines start with a time each. Are they {lines.Count} entries?"),
            "",
            new Button($"Record {lines.Count} entries", $"/incident {id} note {typed.Given}{typed.Retyped()} {AsEntries}", ButtonLook.Primary),
            new Button("Record as one", $"/incident {id} note {typed.Given}{typed.Retyped()} {RecordEntry.AsOne}"));
        return decision;
    }

    /// <summary>The decision that records each, or asks about the first whose time is not clear: then none is recorded.</summary>
    public static Decision Record(Situation situation, Arguments typed, IReadOnlyList<string> lines)
    {
        var incident = situation.Incident!;
        var entries = new List<TimelineEntry>();
        foreach (var line in lines)
        {
            if (WrittenTime.InFrontOf(line) is not var (time, text)) throw new InvalidOperationException("A line begins with its time");
            if (time.Read(situation.Times) is not When.Understood at)
                return Decision.Refuse(
                    Line.Of($"I could not read the time of \"{Excerpt.Of(line, 100)}\", so no line was recorded. Correct it and send the lines again."),
                    typed.Given);
            var there = situation with { LastEntry = situation.LastEntry + entries.Count };
            entries.Add(RecordEntry.EntryOf(there, text, typed.Kinds, at));
        }

        var decision = Decision.Change(
            incident,
            Line.Of($"Added {entries.Count} entries to {incident.Id}:"),
            [.. entries.Select(entry => new EntryRecorded(incident.Id, entry))]);
        foreach (var entry in entries)
            decision = decision.Adding(EntryLines.Posted(situation, entry)).Posting(incident, EntryLines.Posted(situation, entry));
        return decision;
    }
}
