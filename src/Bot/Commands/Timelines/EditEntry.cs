using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Times;

namespace Sitrep.Commands.Timelines;

/// <summary><c>/timeline edit N TEXT</c>: better words.</summary>
internal sealed class EditEntry : CorrectEntry
{
    private const string MoveToo = "move-too";
    private const string KeepTime = "keep-time";

    public override string Name => "timeline edit";

    public override string Summary => "edit an entry's text";

    public override string Example => "/timeline edit 3 rolled back api to 1.4.2";

    internal override IReadOnlyList<Part> Parts { get; } =
    [
        new NumberPart(NumberOf.Entry),
        new TextPart { Question = new("What happened?", IsRequired: true, IsMultiline: true) },
        new FlagPart(MoveToo) { IsHidden = true },
        new FlagPart(KeepTime) { IsHidden = true },
    ];

    protected override Decision Correct(Situation situation, TimelineEntry entry, Arguments typed)
    {
        var incident = situation.Incident!;
        if (typed.Text.Length == 0)
            return Decision.Ask(
                Line.Of(
                    $"Add the new words for no. {entry.Number}: `/timeline edit {entry.Number} …`. It reads \"{Excerpt.Of(entry.Text, 200)}\". Nothing was changed."
                ),
                CommandForm.Of(this, $"/timeline {incident.Id} edit {entry.Number}", $"Edit no. {entry.Number}", "Save", ("text", entry.Text)));
        if (!typed.Has(KeepTime) && WrittenTime.InFrontOf(typed.Text) is var (time, behind) && behind.Length > 0)
        {
            var read = time.Read(situation.Times);
            if (typed.Has(MoveToo) && read is When.Understood at) return Moved(situation, entry, behind, at);
            return WithTime(incident, entry, typed, read is When.Understood known ? situation.Show(known.At).Text : time.Typed);
        }

        return typed.Text == entry.Text
            ? Decision.Refuse(Line.Of($"No. {entry.Number} reads so already: \"{Excerpt.Of(entry.Text, 200)}\"."))
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

    private static Decision WithTime(Incident incident, TimelineEntry entry, Arguments typed, string time)
    {
        var again = $"/timeline {incident.Id} edit {entry.Number} {typed.Text}";
        return Decision.Refuse(
            Line.Of($"The new words begin with a time. Move no. {entry.Number} to {time}, too?"),
            typed.Text,
            new Button("Edit and move", $"{again} {MoveToo}", ButtonLook.Primary),
            new Button("Edit only", $"{again} {KeepTime}"));
    }

    private static Decision Moved(Situation situation, TimelineEntry entry, string text, When.Understood at) => Replace(
        situation,
        entry,
        entry with { Text = text, At = at.At, TypedTime = at.Typed, Approximate = at.Approximate },
        "edit",
        Line.Of(
            $"No. {entry.Number} reads \"{Excerpt.Of(text, 300)}\" at **{situation.Show(at.At)}**; it was \"{Excerpt.Of(entry.Text, 200)}\" at {situation.Show(entry.At)}."
        ));
}
