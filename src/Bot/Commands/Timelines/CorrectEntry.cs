using Sitrep.Chat.Effects;
using Sitrep.Commands.Grammar;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Timelines;

/// <summary>A correction of one entry, by its number. The old wording stays in the record.</summary>
internal abstract class CorrectEntry : Command
{
    public override Needs Needs => Needs.Record;

    public override Decision Decide(Situation situation, Arguments typed) =>
        typed.Number is not { } number
            ? WhichEntry.Ask(situation, Verb)
            : situation.Record!.Timeline.FirstOrDefault(entry => entry.Number == number) is { } entry
                ? Correct(situation, entry, typed)
                : Decision.Refuse(
                    Line.Of($"{situation.Incident!.Id} has no entry {number}. `/timeline` lists them."),
                    typed.Given,
                    typed.Given.Length == 0
                        ? []
                        : [new Button("Record as an entry", $"/incident {situation.Incident.Id} note {Verb} {number} {typed.Given}{typed.Retyped()}")]);

    private string Verb => Name.Split(' ')[^1];

    /// <summary>Decides on the entry.</summary>
    protected abstract Decision Correct(Situation situation, TimelineEntry entry, Arguments typed);

    /// <summary>The decision that replaces an entry by its correction.</summary>
    internal static Decision Replace(
        Situation situation,
        TimelineEntry before,
        TimelineEntry after,
        string what,
        Line answer,
        long? undoes = null)
    {
        var incident = situation.Incident!;
        var changes = new List<IncidentChange>
        {
            new EntryCorrected(incident.Id, before, after, what, situation.User, situation.Now, undoes),
        };
        // An escalation is its entry: it moves, and is reworded, with it.
        if (situation.Record!.EscalationOf(before.Number) is { } escalation)
        {
            var moved = escalation with { At = after.At, Text = escalation.Text is null && before.Text == after.Text ? null : after.Text };
            if (moved != escalation || after.Removed != before.Removed) changes.Add(new EscalationAmended(incident.Id, moved));
        }

        return Decision
            .Change(incident, answer, [.. changes])
            .Posting(incident, Line.Of($"✏️ ").Then(answer).Then(Line.Of($" — {situation.User}")));
    }
}
