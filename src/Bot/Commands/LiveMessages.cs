using Sitrep.Access;
using Sitrep.Chat.Effects;
using Sitrep.Commands.Escalations;
using Sitrep.Commands.Postmortems;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;
using Sitrep.Incidents.Courses;
using Sitrep.Prose;

namespace Sitrep.Commands;

/// <summary>
/// Messages that stay and are kept true: the card, the announcement, an entry's line and, once closed, the postmortem. Commands need
/// not think of them: whatever a decision changes, <see cref="Complete"/> brings these up to date.
/// </summary>
internal static class LiveMessages
{
    /// <summary>
    /// What a change to the incident must know: a closed one's posted postmortem follows every change, and takes the
    /// whole record.
    /// </summary>
    public static Needs Needs(Incident incident) => incident.IsOpen ? Commands.Needs.Nothing : Commands.Needs.Record;

    /// <summary>Opens the channel, posts and pins the card, and announces.</summary>
    public static IReadOnlyList<Effect> AtStart(Situation situation, Incident incident)
    {
        var channel = Destination.Of(incident);
        var effects = new List<Effect>
        {
            new OpenChannel(channel, Topic(incident), incident.Private, [incident.DeclaredBy]),
            new PostMessage(channel, Card.Of(situation, incident), CardKey(incident)),
            new PinMessage(channel, CardKey(incident)),
        };
        if (May.See(Viewer.Anybody, incident))
            effects.Add(new PostMessage(Announcements(situation, incident), Announcement(incident), AnnouncementKey(incident)));
        return effects;
    }

    /// <summary>The same decision, with the updates that follow from what it changes.</summary>
    /// <param name="situation">What was before.</param>
    /// <param name="decision">What was decided.</param>
    public static Decision Complete(Situation situation, Decision decision)
    {
        decision = StepsTaken.Noted(situation, decision);
        if (decision.Changes.Count == 0 || situation.Incident is not { } before) return decision;
        if (situation.Other is { Incident: var other } there && other.Id != before.Id)
            decision = Complete(situation with { Incident = other, Record = there, Other = null }, decision);
        var after = decision.Changes.OfType<Amended>().LastOrDefault(change => change.Incident == before.Id)?.New ?? before;
        var effects = new List<Effect>(decision.Effects);
        var amended = !ReferenceEquals(before, after);
        if (amended && !Card.Of(situation, before).PlainText.Equals(Card.Of(situation, after).PlainText, StringComparison.Ordinal))
            effects.Add(new UpdateMessage(Destination.Of(after), Card.Of(situation, after), CardKey(after)));
        if (amended && May.See(Viewer.Anybody, after) && Announcement(before).PlainText != Announcement(after).PlainText)
            effects.Add(new UpdateMessage(Announcements(situation, after), Announcement(after), AnnouncementKey(after)));
        effects.AddRange(Pages(situation, decision, after));
        foreach (var corrected in decision.Changes.OfType<EntryCorrected>())
        {
            // The line of an escalation is its page.
            if (situation.Record?.EscalationOf(corrected.Before.Number)?.PageKey is not null) continue;
            var line = Message.Of(EntryLines.Now(situation, corrected.After));
            effects.Add(new UpdateMessage(Destination.Of(after), line, EntryLines.Key(after.Id, corrected.After)));
        }

        if (Topic(before) != Topic(after)) effects.Add(new SetTopic(Destination.Of(after), Topic(after), $"{after.Id}/topic"));
        if (before is { IsOpen: false, PostmortemParts: > 0 } && !after.IsOpen
            && decision.Changes.Any(change => change.Incident == before.Id) && situation.Record is { } record)
            return PostmortemMessages.BroughtUpToDate(situation, record, decision with { Effects = effects }, after);
        return decision with { Effects = effects };
    }

    // A page says who took it, and follows its entry.
    private static IEnumerable<UpdateMessage> Pages(Situation situation, Decision decision, Incident incident)
    {
        foreach (var escalation in decision.Changes.OfType<EscalationAmended>().Select(change => change.Escalation))
        {
            if (escalation.PageKey is not { } key) continue;
            var isRemoved = decision.Changes.OfType<EntryCorrected>()
                .Any(change => change.After.Removed && change.After.Number == escalation.Entry);
            yield return new(Destination.Of(incident), PageMessage.Of(situation, incident, escalation, isRemoved), key);
        }
    }

    /// <summary>Updates to messages that named a channel before it was open: they link to it now.</summary>
    public static IReadOnlyList<Effect> OnceOpened(Incident incident, BotSettings settings) =>
        May.See(Viewer.Anybody, incident)
            ? [new UpdateMessage(Announcements(settings, incident), Announcement(incident), AnnouncementKey(incident))]
            : [];

    /// <summary>The announcement channel.</summary>
    public static Destination Announcements(Situation situation, Incident incident) => Announcements(situation.Settings, incident);

    private static Destination Announcements(BotSettings settings, Incident incident) =>
        new(incident.Platform, null, settings.AnnouncementChannel);

    private static Message Announcement(Incident incident)
    {
        var lead = incident switch
        {
            { IsOpen: false, EndedAt: { } end } => Line.Of($" · after {Course.Of(incident, end).Words}"),
            { IsOpen: false } => Line.Empty,
            { Lead: { } somebody } => Line.Of($" · Lead: {somebody}"),
            _ => Line.Of($" · Lead wanted"),
        };
        return Message.Of(
            Line.Of(
                    $"{Card.Dot(incident)} {(incident.Drill ? "DRILL " : "")}**{incident.Id}** · {Card.SeverityOf(incident)} · {Card.StatusOf(incident)} · {incident.Title}"
                )
                .Then(lead)
                .Then(Line.Of($" · {new ChannelName(incident.ChannelName, incident.ChannelId)}")));
    }

    private static string Topic(Incident incident) => $"{incident.Id}: {Excerpt.Begun(incident.Title, 200)}";

    private static string CardKey(Incident incident) => $"{incident.Id}/card";

    private static string AnnouncementKey(Incident incident) => $"{incident.Id}/announcement";
}
