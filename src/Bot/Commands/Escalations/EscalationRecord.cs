using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Incidents;
using Sitrep.Commands.People;
using Sitrep.Commands.Timelines;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Escalations;

/// <summary>Records an escalation and pages whom it names. Whoever is named and not paged stands in the answer.</summary>
internal static class EscalationRecord
{
    private const int LongestText = 200;

    /// <summary>The decision.</summary>
    /// <param name="situation">The situation.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="read">What was read of it.</param>
    /// <param name="named">Everybody who was named as a target.</param>
    /// <param name="at">When; null where nobody knows.</param>
    public static Decision Of(
        Situation situation,
        Arguments typed,
        TargetsRead read,
        IReadOnlyList<NamedParty> named,
        MomentRead.Understood? at)
    {
        var incident = situation.Incident!;
        var called = named.Where(party => !NameResolver.IsEverybody(party)).ToList();
        var escalation = Made(situation, typed, read.Text, called, at);
        var changes = new List<IncidentChange> { new EscalationRecorded(incident.Id, escalation) };
        if (at is not null) changes.Add(new EntryRecorded(incident.Id, EntryOf(situation, typed, escalation, at)));
        var after = Invitation.LetIn(incident, escalation.People);
        if (after != incident) changes.Add(new Amended(after));
        var decision = Decision.Change(after, Answer(situation, escalation), [.. changes]) with
        {
            Effects =
            [
                .. Invitation.Of(situation, incident, escalation.People, escalation.Groups),
                new PostMessage(Destination.Of(incident), PageMessage.Of(situation, after, escalation), escalation.PageKey, IsPage: true),
            ],
        };
        foreach (var line in PartyLines.Of(named)) decision = decision.Adding(line);
        if (named.Any(party => party is { IsUnseen: true, IsNotified: false }))
            decision = decision.With(new Button("Pick people", $"/escalate {incident.Id} to:\"\" {read.Text}"));
        decision = Overlooked(situation, decision, called, read.Text);
        return at?.Remark is { } remark ? decision.Adding(Line.Of($"{remark}")) : decision;
    }

    private static Escalation Made(Situation situation, Arguments typed, string text, List<NamedParty> called, MomentRead.Understood? at)
    {
        var number = situation.LastEscalation + 1;
        var reached = called.Where(party => party.IsNotified).ToList();
        return new()
        {
            Number = number,
            To = [.. called.Select(party => party.Name)],
            People = [.. reached.Select(party => party.Person).OfType<Person>()],
            Groups = [.. reached.Select(party => party.Group).OfType<Group>()],
            PageKey = PageMessage.Key(situation.Incident!, number),
            From = typed.Option("from")?.Trim(),
            At = at?.Moment,
            Text = text.Length > 0 ? text : null,
            RecordedAt = situation.Now,
            By = situation.User,
            Entry = at is null ? null : situation.LastEntry + 1,
        };
    }

    private static TimelineEntry EntryOf(Situation situation, Arguments typed, Escalation escalation, MomentRead.Understood at) =>
        RecordEntry.EntryOf(
            situation,
            escalation.Text ?? $"Escalated to {string.Join(", ", escalation.To)}",
            [.. typed.Kinds.Prepend(EntryKind.Escalation).Distinct()],
            null)
            with
        { At = at.Moment, TypedTime = at.Typed, Approximate = at.Approximate };

    private static Line Answer(Situation situation, Escalation escalation)
    {
        var when = escalation.At is { } moment
            ? Line.Of($"at **{situation.Show(moment)}**, no. {escalation.Entry ?? 0}")
            : Line.Of($"at an unknown time (listed as an escalation, not on the timeline)");
        var text = escalation.Text is null ? Line.Of($".") : Line.Of($": \"{Excerpt.Of(escalation.Text, LongestText)}\".");
        var from = escalation.From is null ? "" : $" from {escalation.From}";
        return Line.Of($"Escalated {situation.Incident!.Id} to {string.Join(", ", escalation.To)}{from}, ")
            .Then(when)
            .Then(text)
            .Then(Line.Of($" `/ack` acknowledges it."));
    }

    // A mention within the text pages nobody; whoever typed it may have meant that it does.
    private static Decision Overlooked(Situation situation, Decision decision, List<NamedParty> called, string text)
    {
        var mentioned = MentionText.In(text, NameResolver.Names(situation))
            .Select(mention => NameResolver.Find(situation, "@" + mention.Name))
            .DistinctBy(party => party.Name)
            .Where(party => called.TrueForAll(target => target.Name != party.Name))
            .ToList();
        if (mentioned.Count == 0) return decision;
        var names = string.Join(", ", mentioned.Select(party => party.Name));
        decision = decision.Adding(Line.Of($"⚠️ Not notified: {names} (named in the text only)."));
        var missed = mentioned.Where(party => !NameResolver.IsEverybody(party)).ToList();
        return missed.Count == 0
            ? decision
            : decision.With(
                new Button(
                    missed.Count == 1 ? "Page them, too" : "Page all of them, too",
                    $"/escalate {situation.Incident!.Id} to:\"{string.Join(", ", missed.Select(party => party.Name))}\" {text}"));
    }
}
