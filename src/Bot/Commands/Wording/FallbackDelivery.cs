using Sitrep.Access;
using Sitrep.Chat.Effects;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Wording;

/// <summary>The delivery of messages that could not be posted in an incident's own channel.</summary>
internal static class FallbackDelivery
{
    /// <summary>
    /// The effect to do instead; null for none. Only what is new is worth saying elsewhere; what only kept an old message
    /// true is not. A private incident's words go to who leads it alone.
    /// </summary>
    public static Effect? Of(Effect effect, Incident incident, BotSettings settings)
    {
        var announcements = new Destination(incident.Platform, null, settings.AnnouncementChannel);
        return effect switch
        {
            PostMessage post when !May.See(Viewer.Anybody, incident) => TellPerson.Of(incident.Contact, Headed(post.Message, incident)),
            PostMessage post => new PostMessage(announcements, Headed(post.Message, incident)),
            UploadDocument upload when May.See(Viewer.Anybody, incident) => upload with { To = announcements },
            _ => null,
        };
    }

    private static Message Headed(Message message, Incident incident) =>
        message with { Blocks = [new Paragraph(Line.Of($"**{incident.Id}** (from #{incident.ChannelName}):")), .. message.Blocks] };
}
