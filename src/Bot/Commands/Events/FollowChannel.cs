using Sitrep.Access;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Events;

/// <summary>The fate of an incident's channel. The incident goes on in any case.</summary>
internal static class FollowChannel
{
    /// <summary>The channel is out of reach: who leads is told, once.</summary>
    public static Decision Decide(Situation situation, ChannelLost lost)
    {
        if (situation.Incident is not { ChannelLost: null } incident) return new(Reply.Nothing);
        var after = incident with { ChannelLost = lost.Loss };
        var decision = new Decision(Reply.Nothing) { Changes = [new Amended(after), Noted(situation, Word(lost.Loss))] };
        // A closed incident's channel is meant to be put away.
        if (!incident.IsOpen) return decision;
        var told = Line.Of($"⚠️ {What(situation, incident, lost.Loss)} The incident goes on: what I have to say comes to ")
            .Then(Elsewhere(situation, incident))
            .Then(Line.Of($", and commands work anywhere with the id in front, `/timeline {incident.Id} …`. {Remedy(lost.Loss)}"));
        return decision with
        {
            Effects = May.See(Viewer.Anybody, incident)
                ?
                [
                    TellPerson.Of(incident.Contact, Message.Of(told)),
                    new PostMessage(LiveMessages.Announcements(situation, incident), Message.Of(told)),
                ]
                : [TellPerson.Of(incident.Contact, Message.Of(told))],
        };
    }

    /// <summary>The channel is within reach again.</summary>
    public static Decision Restored(Situation situation) => situation.Incident is not { ChannelLost: not null } incident
        ? new(Reply.Nothing)
        : new Decision(Reply.Nothing) { Changes = [new Amended(incident with { ChannelLost = null }), Noted(situation, "restored")] }
            .Posting(incident, Line.Of($"✅ {incident.Id} has its channel back. What was said meanwhile is in `/timeline`."));

    /// <summary>The channel got another name.</summary>
    public static Decision Decide(Situation situation, ChannelRenamed renamed) =>
        situation.Incident is not { } incident || incident.ChannelName == renamed.Name
            ? new(Reply.Nothing)
            : new(Reply.Nothing)
            {
                Changes = [new Amended(incident with { ChannelName = renamed.Name }), Noted(situation, $"renamed {renamed.Name}")],
            };

    // As FallbackDelivery sends it.
    private static Line Elsewhere(Situation situation, Incident incident) => May.See(Viewer.Anybody, incident)
        ? Line.Of($"{new ChannelName(situation.Settings.AnnouncementChannel)}")
        : Line.Of($"{incident.Contact} alone, as a direct message");

    private static Noted Noted(Situation situation, string what) =>
        new(situation.Incident!.Id, new(NoteKind.Channel, situation.Now, situation.Now, situation.User, what, null));

    private static string Word(ChannelLoss loss) => loss.ToString().ToLowerInvariant();

    private static Line What(Situation situation, Incident incident, ChannelLoss loss) =>
        loss switch
        {
            ChannelLoss.Archived => Line.Of(
                $"The channel of {incident.Id} (#{incident.ChannelName}) was archived at {situation.Show(situation.Now)}."),
            ChannelLoss.Deleted => Line.Of(
                $"The channel of {incident.Id} (#{incident.ChannelName}) was deleted at {situation.Show(situation.Now)}."),
            ChannelLoss.Barred => Line.Of(
                $"I may not read or write in the channel of {incident.Id} (#{incident.ChannelName}) any more, as of {situation.Show(situation.Now)}."
            ),
            _ => Line.Of(
                $"I was removed from the channel of {incident.Id} (#{incident.ChannelName}) at {situation.Show(situation.Now)}."),
        };

    private static string Remedy(ChannelLoss loss) => loss switch
    {
        ChannelLoss.Archived => "A member of the channel can unarchive it; I cannot.",
        ChannelLoss.Deleted => "It cannot be brought back; nothing that was recorded is lost.",
        ChannelLoss.Barred => "Give my role View Channel and Send Messages there, and I go on.",
        _ => "Invite me again and I go on there.",
    };
}
