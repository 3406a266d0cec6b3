using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;
using Sitrep.Incidents.Courses;
using Sitrep.Prose;

namespace Sitrep.Commands.Incidents;

/// <summary><c>/incident catchup</c>: what somebody who joins late must know, however long the timeline is.</summary>
internal sealed class CatchUp : Command
{
    private const int MostFacts = 5;
    private const int LongestFact = 300;

    public override string Name => "incident catchup";

    public override IReadOnlyList<string> Aliases => ["incident catch-up", "incident catch up"];

    public override string Summary => "catch up: state, impact, last update, last facts, open pages and tasks";

    public override string Example => "/incident catchup";

    public override Needs Needs => Needs.Record;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var (record, incident) = (situation.Record!, situation.Incident!);
        var blocks = new List<Block>
        {
            new Paragraph(Card.Head(incident)),
            new Paragraph(State(situation, incident)),
            new Paragraph(Impact(incident)),
            new Paragraph(LastUpdate(situation, record)),
        };
        blocks.AddRange(Facts(situation, record));
        blocks.AddRange(Section("Pages nobody has acknowledged:", [.. record.Escalations
            .Where(escalation => escalation.AcknowledgedAt is null)
            .Select(escalation => Page(situation, escalation))]));
        blocks.AddRange(Section("Open tasks:", OpenTasks.Lines(incident)));
        return Decision.Say(new Message(blocks, [new("Whole timeline", $"/timeline {incident.Id}")]), incident);
    }

    private static Line State(Situation situation, Incident incident)
    {
        var course = Course.Of(incident, situation.Now);
        var lasts = incident.EndedAt is null ? "has lasted" : "lasted";
        var lead = incident.Lead is { } person ? Line.Of($"{person}") : Line.Of($"**nobody yet**");
        return Line.Of($"Began {situation.Show(incident.StartedAt)}, {lasts} {course.Words} · Lead: ").Then(lead);
    }

    private static Line Impact(Incident incident)
    {
        var said = incident.Impact is { } impact ? [impact, .. incident.Affected] : incident.Affected;
        return said.Count == 0 ? Line.Of($"**Impact**: not set") : Line.Of($"**Impact**: {Excerpt.Of(string.Join(" · ", said), 500)}");
    }

    private static Line LastUpdate(Situation situation, IncidentRecord record)
    {
        var line = record.Notes.LastOrDefault(note => note.What == NoteKind.Update) is { } update
            ? Line.Of($"**Last update** {situation.Show(update.At)}: {Excerpt.Of(update.Text ?? "", 500)} — {update.By}")
            : Line.Of($"**Last update**: none yet");
        return record.Incident is { IsOpen: true, NextUpdateAt: { } next } ? line.Then(Line.Of($" · next by {situation.Show(next)}")) : line;
    }

    private static IEnumerable<Block> Facts(Situation situation, IncidentRecord record)
    {
        var entries = record.InOrder().ToList();
        var last = entries.TakeLast(MostFacts).Select(entry => entry with { Text = Excerpt.Of(entry.Text, LongestFact) });
        var head = entries.Count switch
        {
            0 => "No entries yet.",
            <= MostFacts => entries.Count == 1 ? "1 entry:" : $"{entries.Count} entries:",
            _ => $"Last {MostFacts} of {entries.Count} entries:",
        };
        return Section(head, [.. last.Select(entry => EntryLines.Posted(situation, entry))], evenEmpty: true);
    }

    private static Line Page(Situation situation, Escalation escalation)
    {
        var line = Line.Of($"{string.Join(", ", escalation.To)}");
        if (escalation.At is { } at) line = line.Then(Line.Of($" since {situation.Show(at)}"));
        return escalation.Text is { } text ? line.Then(Line.Of($": {Excerpt.Of(text, LongestFact)}")) : line;
    }

    private static IEnumerable<Block> Section(string title, IReadOnlyList<Line> lines, bool evenEmpty = false)
    {
        if (lines.Count > 0 || evenEmpty) yield return new Paragraph(Line.Of($"**{title}**"));
        if (lines.Count > 0) yield return new ListBlock(Numbered: false, lines);
    }
}
