using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Wording;
using Sitrep.Prose;

namespace Sitrep.Commands.Timelines;

/// <summary><c>/timeline</c> alone: the timeline, numbered.</summary>
internal sealed class ShowTimeline : Command
{
    public override string Name => "timeline";

    public override IReadOnlyList<string> Aliases => ["incident timeline", "timeline show", "timeline list"];

    public override string Summary => "show the timeline, numbered";

    public override string Example => "/timeline";

    public override bool StandsAlone => true;

    public override Needs Needs => Needs.Record;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        var entries = situation.Record!.InOrder().ToList();
        if (entries.Count == 0)
            return Decision.Say(
                Line.Of($"{incident.Id} has no entries yet. `/timeline 14:05 what happened` adds one; without a time it is now."),
                incident);
        var last = entries[^1].Number;
        return Decision.Say(
            new Message(
                [
                    new Paragraph(Line.Of($"**{incident.Id} · {incident.Title}** · {(entries.Count == 1 ? "1 entry" : $"{entries.Count} entries, in order of time")}")),
                    new ListBlock(Numbered: false, [.. entries.Select(entry => EntryLines.Posted(situation, entry))]),
                    .. incident.Duplicates.Select(link => new Paragraph(
                        Line.Of($"{link.Shown} is a duplicate: its entries are in `/timeline {link.Id}`."))),
                    new Paragraph(
                        Line.Of(
                            $"_Correct one by its number:_ `/timeline mark {last} #dead-end`, `edit {last} …`, `move {last} 14:05`, `remove {last}`, `undo`.")),
                ],
                []),
            incident);
    }
}
