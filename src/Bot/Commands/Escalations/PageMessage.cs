using Sitrep.Chat.Effects;
using Sitrep.Incidents;
using Sitrep.Incidents.Courses;
using Sitrep.Prose;

namespace Sitrep.Commands.Escalations;

/// <summary>The message that pages people. It stays, and says who took it.</summary>
internal static class PageMessage
{
    private const int LongestText = 1_500;

    /// <summary>The key under which it is kept true.</summary>
    public static string Key(Incident incident, int escalation) => $"{incident.Id}/page-{escalation}";

    /// <summary>Its text.</summary>
    /// <param name="situation">The situation, for times.</param>
    /// <param name="incident">The incident.</param>
    /// <param name="escalation">The escalation as it stands.</param>
    /// <param name="isRemoved">Whether its entry was taken out.</param>
    public static Message Of(Situation situation, Incident incident, Escalation escalation, bool isRemoved = false)
    {
        var message = Message.Of(Paged(situation, escalation));
        if (isRemoved) return Message.Of(Paged(situation, escalation), Line.Of($"_Removed from the timeline._"));
        if (escalation is { AcknowledgedBy: { } by, AcknowledgedAt: { } at })
            message = Message.Of(
                Paged(situation, escalation),
                Line.Of($"✅ Acknowledged by {by} at {situation.Show(at)}").Then(After(escalation)).Then(Line.Of($".")));
        else
            message = message.With(new Button("Acknowledge", Acknowledging(incident, escalation), ButtonLook.Primary));
        return message with { Page = new(incident.Id, escalation.Number, escalation.People, escalation.AcknowledgedBy) };
    }

    /// <summary>The same page once more. Whoever is called in must not sleep through because a connection broke.</summary>
    public static PostMessage SentAgain(PostMessage page) =>
        page with
        {
            Message = page.Message with
            {
                Blocks = [.. page.Message.Blocks, new Paragraph(Line.Of($"_Sent again: nobody can say whether the first one arrived._"))],
            },
        };

    /// <summary>How long it took, in brackets; nothing where that is not known.</summary>
    public static Line After(Escalation escalation) =>
        escalation is { At: { } since, AcknowledgedAt: { } at } && at > since
            ? Line.Of($" ({Length.Between(since, at)} after the page)")
            : Line.Empty;

    // The only place where what people typed may notify somebody: naming them is what the command is for.
    private static Line Paged(Situation situation, Escalation escalation)
    {
        var to = Line.Empty;
        foreach (var target in escalation.To)
        {
            if (to.Spans.Count > 0) to = to.Then(Line.Of($", "));
            to = to.Then(Named(escalation, target));
        }

        var at = escalation.At is { } moment ? Line.Of($"**{situation.Show(moment)}** · ") : Line.Empty;
        var text = escalation.Text is null ? Line.Empty : Line.Of($": {Excerpt.Of(escalation.Text, LongestText)}");
        var from = escalation.From is null ? Line.Empty : Line.Of($" (from {escalation.From})");
        var number = escalation.Entry is { } entry ? Line.Of($" · no. {entry}") : Line.Empty;
        return Line.Of($"🔔 ").Then(at).Then(Line.Of($"Paged ")).Then(to).Then(from).Then(text)
            .Then(Line.Of($" — {escalation.By}"))
            .Then(number);
    }

    private static string Acknowledging(Incident incident, Escalation escalation) =>
        escalation.Entry is { } entry ? $"/ack {incident.Id} {entry}" : $"/ack {incident.Id}";

    private static Line Named(Escalation escalation, string target)
    {
        if (escalation.People.FirstOrDefault(person => person.ToString() == target) is { } person)
            return new([new Mention(person, Ping: true)]);
        if (escalation.Groups.FirstOrDefault(group => group.ToString() == target) is { } group)
            return new([new GroupMention(group, Ping: true)]);
        return Line.Of($"**{target}** (not notified)");
    }
}
