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

    protected override Decision Correct(Situation situation, TimelineEntry entry, Arguments typed) =>
        typed.Text.Length > 0
            ? Decision.Refuse(Line.Of($"Removing takes a number and nothing else. Type `/timeline remove {entry.Number}`."), typed.Text)
            : Replace(
                situation,
                entry,
                entry with
                {
                    Removed = true,
                },
                "remove",
                Line.Of($"No. {entry.Number} is removed: \"{Excerpt.Of(entry.Text, 300)}\". `/timeline undo` brings it back."));
}
