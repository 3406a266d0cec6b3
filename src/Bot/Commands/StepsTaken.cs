using Sitrep.Incidents;

namespace Sitrep.Commands;

/// <summary>What the card says of pages and updates, read off what a decision does, whichever command it came from.</summary>
internal static class StepsTaken
{
    /// <summary>The decision, with the incident changed where a step was taken by it.</summary>
    /// <param name="situation">What was before.</param>
    /// <param name="decision">What was decided.</param>
    public static Decision Noted(Situation situation, Decision decision)
    {
        if (situation.Incident is not { } before) return decision;
        var after = decision.Changes.OfType<Amended>().LastOrDefault()?.New ?? before;
        var taken = after;
        if (taken.PagedAt is null && decision.Changes.OfType<EscalationRecorded>().FirstOrDefault() is { Escalation: var page })
            taken = taken with { PagedAt = page.At ?? page.RecordedAt };
        if (decision.Changes.OfType<Noted>().LastOrDefault(noted => noted.Note.What == NoteKind.Update) is { Note: var update })
            taken = taken with
            {
                UpdatedAt = update.At,
                NextUpdateAt = decision.Timers.LastOrDefault(timer => timer.Purpose is UpdateDue)?.DueAt,
            };
        return ReferenceEquals(taken, after) ? decision : decision with { Changes = [.. decision.Changes, new Amended(taken)] };
    }
}
