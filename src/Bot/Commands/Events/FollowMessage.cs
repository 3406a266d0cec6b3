using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Commands.Timelines;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Events;

/// <summary>Changes to a recorded message are noted with its entry; the old wording stays in the record.</summary>
internal static class FollowMessage
{
    /// <summary>The message was edited.</summary>
    public static Decision Decide(Situation situation, MessageEdited edited)
    {
        // Platforms also say "edited" when they add a preview of a link.
        if (situation.Incident is not { } incident
            || situation.Picks is not { Entry: { } entry }
            || edited.Text == situation.Picks.Text
            || edited.Text.Length == 0)
            return new(Reply.Nothing);
        var heard = new MessageRecorded(incident.Id, edited.Source, entry.Number, edited.Text);
        // Words that somebody gave the entry itself stand above the message's.
        if (entry.Removed || entry.Text != situation.Picks.Text) return new(Reply.Nothing) { Changes = [heard] };
        var corrected = CorrectEntry.Replace(
            situation,
            entry,
            entry with
            {
                Text = edited.Text,
            },
            "message edit",
            Line.Of(
                $"No. {entry.Number} reads \"{Excerpt.Of(edited.Text, 300)}\", as its message now does; it was \"{Excerpt.Of(entry.Text, 200)}\"."
            ));
        return corrected with { Changes = [.. corrected.Changes, heard] };
    }

    /// <summary>The message was deleted: it was said, so its entry stays and says so.</summary>
    public static Decision Deleted(Situation situation)
    {
        if (situation.Incident is null || situation.Picks.Entry is not { Removed: false } entry) return new(Reply.Nothing);
        var note = $"the message was deleted at {situation.Show(situation.Now).Text}";
        return CorrectEntry.Replace(
            situation,
            entry,
            entry with
            {
                Note = entry.Note is null ? note : $"{entry.Note}; {note}",
            },
            "message delete",
            Line.Of(
                $"The message of no. {entry.Number} was deleted; the entry stays: \"{Excerpt.Of(entry.Text, 300)}\". `/timeline remove {entry.Number}` takes it out."
            ));
    }
}
