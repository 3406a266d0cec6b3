using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.Vocabulary;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Timelines;

/// <summary><c>/timeline mark N #kind [note:"…"]</c>: what an entry turned out to be.</summary>
internal sealed class MarkEntry : CorrectEntry
{
    public override string Name => "timeline mark";

    public override string Summary => $"set an entry's kind: {string.Join(' ', EntryKinds.All.Select(kind => "#" + kind.Tag()))}";

    public override string Example => "/timeline mark 3 #dead-end note:\"the database was fine\"";

    internal override IReadOnlyList<Part> Parts { get; } =
    [
        new NumberPart(NumberOf.Entry),
        new KindsPart(),
        OptionPart.Text("note", "\"…\"", "why"),
    ];

    internal override bool ReadsText => true;

    // "mark 1 as done" is an entry.
    internal override bool Fits(string behind) =>
        behind.Length == 0
        || behind[0] == '#'
        || behind.StartsWith("note:", StringComparison.OrdinalIgnoreCase)
        || KindWords.Read(behind) is not null;

    protected override Decision Correct(Situation situation, TimelineEntry entry, Arguments typed)
    {
        var note = typed.Option("note");
        if (typed.Text.Length > 0 && KindWords.Read(typed.Text) is { } kind) typed = typed with { Text = "", Kinds = [.. typed.Kinds, kind] };
        if (typed.Text.Length > 0 || (typed.Kinds.Count == 0 && note is null))
            return Decision.Refuse(
                Line.Of($"The kinds are {string.Join(' ', EntryKinds.All.Select(known => "#" + known.Tag()))}. Type `{Example}`."),
                typed.Text,
                [
                    .. EntryKinds.All.Select(known => new Button(
                        known.Tag(),
                        $"/timeline {situation.Incident!.Id} mark {entry.Number} #{known.Tag()}{typed.Retyped()}")),
                ]);
        var after = entry with
        {
            Kinds = typed.Kinds.Count > 0 ? typed.Kinds : entry.Kinds,
            KindGuessed = typed.Kinds.Count == 0 && entry.KindGuessed,
            Note = note ?? entry.Note,
        };
        var noted = note is null ? Line.Empty : Line.Of($" Note: {note}");
        return Replace(
            situation,
            entry,
            after,
            "mark",
            Line.Of($"No. {entry.Number} is now {EntryLines.Kinds(after)}: \"{Excerpt.Of(entry.Text, 100)}\".").Then(noted));
    }
}
