using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Timelines;

/// <summary><c>/timeline remove N</c>: takes an entry out. It stays in the record.</summary>
internal sealed class RemoveEntry : CorrectEntry
{
    public override string Name => "timeline remove";

    public override string Summary => "remove an entry";

    public override string Example => "/timeline remove 3";

    internal override IReadOnlyList<Part> Parts { get; } = [new NumberPart(NumberOf.Entry)];

    // "remove 2 nodes from the pool" is an entry.
    internal override bool Fits(string behind) => behind.Length == 0;

    /// <summary>The decision that takes an entry out.</summary>
    internal static Decision Remove(Situation situation, TimelineEntry entry) => Replace(
        situation,
        entry,
        entry with
        {
            Removed = true,
        },
        "remove",
        Line.Of($"No. {entry.Number} is removed: \"{Excerpt.Of(entry.Text, 300)}\". `/timeline undo` brings it back."));

    protected override Decision Correct(Situation situation, TimelineEntry entry, Arguments typed) => Remove(situation, entry);
}

/// <summary>Takes several entries out, once somebody has said that this was meant: only a button types it.</summary>
internal sealed class RemoveEntries : Command
{
    public override string Name => "timeline remove-entries";

    public override string Summary => "take several entries out";

    public override string Example => "/timeline remove-entries 1,2";

    internal override IReadOnlyList<Part> Parts { get; } = [new TextPart("numbers")];

    public override Needs Needs => Needs.Record;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        var numbers = CorrectionWords.Numbers(typed.Text);
        var entries = situation.Record!.Timeline.Where(entry => numbers.Contains(entry.Number)).ToList();
        if (entries.Count == 0 || entries.Count < numbers.Count)
            return Decision.Refuse(Line.Of($"{incident.Id} has not all of these entries. `/timeline` lists them."), typed.Text);
        var removed = entries.Select(entry => RemoveEntry.Remove(situation, entry)).ToList();
        var all = removed.Skip(1).Aggregate(removed[0], (decision, next) => decision.And(next));
        var named = string.Join(", ", entries.Select(entry => entry.Number));
        return all with
        {
            Reply = Decision.Say(Line.Of($"Nos. {named} are removed. `/timeline undo` brings them back, one at a time."), incident).Reply,
        };
    }
}
