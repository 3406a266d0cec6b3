using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Timelines;

/// <summary><c>/timeline move N WHEN</c>: a better time. A span moves as one; a span that is typed gives it both ends.</summary>
internal sealed class MoveEntry : CorrectEntry
{
    public override string Name => "timeline move";

    public override string Summary => "change an entry's time";

    public override string Example => "/timeline move 3 14:05";

    internal override IReadOnlyList<Part> Parts { get; } = [new NumberPart(NumberOf.Entry), new WhenPart { StandsAlone = true }];

    // "move 5 pods to node b" is an entry; "move 5 25:70" is a time that cannot be read.
    internal override bool Fits(string behind) => behind.Length == 0 || WrittenTime.LengthIn(WithoutTo(behind)) > 0;

    protected override Decision Correct(Situation situation, TimelineEntry entry, Arguments typed)
    {
        if (typed.When is not { } when) return Decision.Refuse(Line.Of($"Where to? Type `/timeline move {entry.Number} 14:05`."));
        var read = MomentReader.ReadSpan(
            situation,
            WithoutTo(when.Typed),
            "move",
            $"/timeline {situation.Incident!.Id} move {entry.Number} {MomentReader.Place}");
        if (read is MomentRead.Unclear asked) return asked.Answer;
        var at = (MomentRead.Understood)read;
        var after = entry with
        {
            At = at.Moment,
            Until = at.Until ?? (entry.Until is { } end ? end + (at.Moment - entry.At) : null),
            TypedTime = at.Typed,
            Approximate = at.Approximate,
        };
        if (after.Until > situation.Now)
            return Decision.Refuse(
                Line.Of(
                    $"No. {entry.Number} is a span and would end in the future, at {situation.Show(after.Until.Value)}. Type both ends: `/timeline move {entry.Number} 14:00-14:20`."
                ),
                when.Typed);
        var remark = at.Remark is null ? Line.Empty : Line.Of($" {at.Remark}");
        var answer = Line.Of($"No. {entry.Number} is at {EntryLines.When(situation, after)}; it was at ")
            .Then(entry.Until is null ? Line.Of($"{situation.Show(entry.At)}.") : EntryLines.When(situation, entry).Then(Line.Of($".")))
            .Then(remark);
        var moved = Replace(situation, entry, after, "move", answer);
        return EntryLines.LongBefore(situation, at.Moment) is { } early ? moved.Adding(early) : moved;
    }

    // "move 3 to 14:05" is as good.
    private static string WithoutTo(string when) =>
        EdgeWords.First(when).ToLowerInvariant() is "to" or "at" && EdgeWords.AfterFirst(when) is { Length: > 0 } time ? time : when;
}
