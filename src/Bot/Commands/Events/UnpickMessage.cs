using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Commands.Timelines;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Events;

/// <summary>A pick is taken back. With the last one the entry goes, as a correction that can be undone.</summary>
internal static class UnpickMessage
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Situation situation, MessageUnpicked unpicked)
    {
        var pick = PickMessage.PickOf(unpicked.Way, situation.User);
        if (situation.Incident is not { } incident || !situation.Picks.Standing.Contains(pick)) return new(Reply.Nothing);
        var dropped = new MessageUnmarked(incident.Id, unpicked.Source, pick);
        if (situation.Picks is { Standing.Count: > 1 } or { Entry: null or { Removed: true } })
            return new(Reply.Nothing) { Changes = [dropped] };
        var entry = situation.Picks.Entry!;
        var removed = CorrectEntry.Replace(
            situation,
            entry,
            entry with
            {
                Removed = true,
            },
            "unpick",
            Line.Of(
                $"No. {entry.Number} is removed, its message is no longer picked: \"{Excerpt.Of(entry.Text, 300)}\". `/timeline undo` brings it back."
            ));
        return removed with { Changes = [.. removed.Changes, dropped] };
    }
}
