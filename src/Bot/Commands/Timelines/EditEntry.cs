using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Timelines;

/// <summary><c>/timeline edit N TEXT</c>: better words.</summary>
internal sealed class EditEntry : CorrectEntry
{
    public override string Name => "timeline edit";

    public override string Summary => "edit an entry's text";

    public override string Example => "/timeline edit 3 rolled back api to 1.4.2";

    internal override IReadOnlyList<Part> Parts { get; } = [new NumberPart(NumberOf.Entry), new TextPart()];

    protected override Decision Correct(Situation situation, TimelineEntry entry, Arguments typed) =>
        typed.Text.Length == 0
            ? Decision.Refuse(
                Line.Of(
                    $"There are no new words for no. {entry.Number}: \"{Excerpt.Of(entry.Text, 200)}\". Type `/timeline edit {entry.Number} …`."
                ))
            : Replace(
                situation,
                entry,
                entry with
                {
                    Text = typed.Text,
                },
                "edit",
                Line.Of($"No. {entry.Number} reads \"{Excerpt.Of(typed.Text, 300)}\"; it was \"{Excerpt.Of(entry.Text, 200)}\"."));
}
