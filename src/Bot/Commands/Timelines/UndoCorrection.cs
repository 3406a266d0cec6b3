using Sitrep.Commands.Grammar;
using Sitrep.Prose;

namespace Sitrep.Commands.Timelines;

/// <summary><c>/timeline undo</c>: takes back the newest entry or correction of whoever types.</summary>
internal sealed class UndoCorrection : Command
{
    public override string Name => "timeline undo";

    public override string Summary => "take back your newest entry or correction";

    public override string Example => "/timeline undo";

    public override bool StandsAlone => true;

    public override Needs Needs => Needs.Record | Needs.LastCorrection;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var newest = situation.Record!.Timeline.Where(entry => entry.By == situation.User).MaxBy(entry => entry.Number);
        if (situation.LastCorrection is { } correction && (newest is null || correction.LastEntry >= newest.Number))
        {
            var current = situation.Record.Timeline.FirstOrDefault(entry => entry.Number == correction.Before.Number)
                ?? correction.Before with
                {
                    Removed = true,
                };
            return CorrectEntry.Replace(
                situation,
                current,
                correction.Before,
                "undo",
                Line.Of(
                    $"Undone: {correction.What} of no. {correction.Before.Number}. It reads \"{Excerpt.Of(correction.Before.Text, 200)}\" at {situation.Show(correction.Before.At)}."
                ),
                correction.Id);
        }

        return newest is null
            ? Decision.Refuse(Line.Of($"You have recorded nothing in {situation.Incident!.Id} that could be undone."))
            : CorrectEntry.Replace(
                situation,
                newest,
                newest with
                {
                    Removed = true,
                },
                "remove",
                Line.Of($"Undone: no. {newest.Number} is removed: \"{Excerpt.Of(newest.Text, 300)}\". `/timeline undo` brings it back."));
    }
}
