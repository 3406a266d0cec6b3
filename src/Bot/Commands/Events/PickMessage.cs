using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Commands.Timelines;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;
using Sitrep.Incidents.Guesses;
using Sitrep.Prose;

namespace Sitrep.Commands.Events;

/// <summary>
/// A message becomes an entry, with its own author and time: by a reaction, a pin or its menu. The same message is
/// recorded once, however often it is picked.
/// </summary>
internal static class PickMessage
{
    /// <summary>A pick as it is kept: a reaction is its person's own, a pin everybody's.</summary>
    public static string PickOf(PickWay way, Person by) =>
        way == PickWay.Reaction ? $"reaction/{by.Id}" : way.ToString().ToLowerInvariant();

    /// <summary>A message whose words are not known yet: it is read first.</summary>
    public static Decision Decide(Situation situation, MessagePointedAt pointed)
    {
        if (situation.Incident is not { } incident) return new(Reply.Nothing);
        var marked = new MessageMarked(incident.Id, pointed.Source, PickOf(pointed.Way, situation.User));
        if (situation.Picks.Entry is { } entry)
            return entry.Removed ? Again(situation, entry, marked) : Already(situation, entry) with { Changes = [marked] };
        return new(Reply.Nothing)
        {
            Changes = [marked],
            Effects = [new ReadMessage(Destination.Of(pointed.Channel), pointed.MessageId, pointed.Thread, situation.User, pointed.Way)],
        };
    }

    /// <summary>A message with its words.</summary>
    public static Decision Decide(Situation situation, MessagePicked picked)
    {
        if (situation.Incident is not { } incident)
            return picked.Way == PickWay.Menu ? WhichIncident(situation, picked) : new(Reply.Nothing);
        // Taken back while it was being read.
        if (picked.WasRead && situation.Picks.Standing.Count == 0) return new(Reply.Nothing);
        var marked = new MessageMarked(incident.Id, picked.Source, PickOf(picked.Way, situation.User));
        if (situation.Picks.Entry is { } known)
            return known.Removed ? Again(situation, known, marked) : Already(situation, known) with { Changes = [marked] };
        if (picked.Message.Text.Length == 0)
            return Decision.Refuse(
                Line.Of($"That message has no words that could be recorded. Describe it: `/timeline 14:05 what it shows`."));
        var entry = EntryOf(situation, picked.Message, situation.LastEntry + 1);
        var decision = Decision
            .Change(
                incident,
                Line.Of(
                        $"Added to {incident.Id} as no. {entry.Number} at **{situation.Show(entry.At)}**, the time of the message by {entry.By}: \"{Excerpt.Of(entry.Text, 200)}\". "
                    )
                    .Then(EntryLines.KindIn(entry)),
                new EntryRecorded(incident.Id, entry),
                marked,
                new MessageRecorded(incident.Id, picked.Source, entry.Number, picked.Message.Text))
            .With(
                new Button("Undo", $"/timeline {incident.Id} remove {entry.Number}"),
                new Button("Dead end", $"/timeline {incident.Id} mark {entry.Number} #dead-end"));
        return EntryLines.LongBefore(situation, entry.At) is { } early ? decision.Adding(early) : decision;
    }

    /// <summary>The entry that a message makes.</summary>
    internal static TimelineEntry EntryOf(Situation situation, PickedMessage message, int number) => new()
    {
        Number = number,
        At = message.At,
        RecordedAt = situation.Now,
        By = message.Author,
        Text = message.Text,
        Kinds = [KindGuess.Of(message.Text, isFirst: number == 1)],
        KindGuessed = true,
    };

    private static Decision Already(Situation situation, TimelineEntry entry) =>
        Decision.Say(
            Line.Of(
                $"That message is already in {situation.Incident!.Id} as no. {entry.Number} ({situation.Show(entry.At)}). Nothing changed."
            ),
            situation.Incident);

    private static Decision Again(Situation situation, TimelineEntry entry, MessageMarked marked)
    {
        var back = CorrectEntry.Replace(
            situation,
            entry,
            entry with
            {
                Removed = false,
            },
            "pick again",
            Line.Of($"No. {entry.Number} is back: \"{Excerpt.Of(entry.Text, 300)}\"."));
        return back with { Changes = [.. back.Changes, marked] };
    }

    private static Decision WhichIncident(Situation situation, MessagePicked picked)
    {
        var open = situation.Open.Take(25).ToList();
        if (picked.Incident is { } id)
            return Decision.Refuse(Line.Of($"There is no {id} that you can see. `/incident list` shows them all."), picked.Message.Text);
        return open.Count == 0
            ? Decision.Refuse(Line.Of($"No incident is open. `/incident start What broke` declares one."), picked.Message.Text)
            : Decision.Ask(
                Line.Of($"This channel has no incident. Which one is the message for? Nothing was changed."),
                new(
                    "",
                    "Add to timeline",
                    "Add",
                    [new("incident", "Incident", Required: true, Choices: [.. open.Select(incident => incident.Id.ToString())])]));
    }
}
