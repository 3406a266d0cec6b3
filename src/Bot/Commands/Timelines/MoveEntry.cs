using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Timelines;

/// <summary><c>/timeline move N WHEN</c>: a better time.</summary>
internal sealed class MoveEntry : CorrectEntry
{
    public override string Name => "timeline move";

    public override string Summary => "change an entry's time";

    public override string Example => "/timeline move 3 14:05";

    internal override IReadOnlyList<Part> Parts { get; } = [new NumberPart(NumberOf.Entry), new WhenPart { StandsAlone = true }];

    protected override Decision Correct(Situation situation, TimelineEntry entry, Arguments typed)
    {
        if (typed.When is not { } when) return Decision.Refuse(Line.Of($"Where to? Type `/timeline move {entry.Number} 14:05`."));
        var read = MomentReader.Read(
            situation,
            when.Typed,
            "move",
            $"/timeline {situation.Incident!.Id} move {entry.Number} {MomentReader.Place}");
        if (read is MomentRead.Unclear asked) return asked.Answer;
        var at = (MomentRead.Understood)read;
        var remark = at.Remark is null ? Line.Empty : Line.Of($" {at.Remark}");
        var moved = Replace(
            situation,
            entry,
            entry with { At = at.Moment, TypedTime = at.Typed, Approximate = at.Approximate },
            "move",
            Line.Of($"No. {entry.Number} is at **{situation.Show(at.Moment)}**; it was at {situation.Show(entry.At)}.").Then(remark));
        return EntryLines.LongBefore(situation, at.Moment) is { } early ? moved.Adding(early) : moved;
    }
}
