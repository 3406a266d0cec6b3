using Sitrep.Chat.Effects;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Wording;

/// <summary>Says that a step was given up: the platform answered every try with a fault of its own.</summary>
internal static class GivenUp
{
    private const int Longest = 1_500;

    /// <summary>What is said, and to whom: of a file to the channel, of anything else to who runs the incident.</summary>
    public static Decision Told(Incident incident, Effect effect, string reason) => effect switch
    {
        UploadDocument upload => Decision.Nothing.Posting(
            incident,
            Line.Of(
                $"⚠️ The file {upload.FileName} could not be posted, every try failed: {reason}. Nothing of {incident.Id} is lost: `/incident postmortem` shows it."
            )),
        // What tells of a failure is not told of.
        TellPerson => Decision.Nothing,
        _ => Decision.Nothing with { Effects = [TellPerson.Of(incident.Contact, Message.Of(Failed(incident, effect, reason)))] },
    };

    private static Line Failed(Incident incident, Effect effect, string reason) =>
        Line.Of($"⚠️ One step for {incident.Id} failed, every try: ")
            .Then(Step(effect))
            .Then(Line.Of($" ({reason}). Everything else goes on."));

    private static Line Step(Effect effect) => effect switch
    {
        PostMessage { IsPage: true } page => Line.Of(
            $"to page people in #{page.To.Channel}: \"{Words(page.Message)}\". **Call them another way**"),
        PostMessage post => Line.Of($"to post in #{post.To.Channel}: \"{Words(post.Message)}\""),
        UpdateMessage update => Line.Of($"to bring a message in #{update.To.Channel} up to date: \"{Words(update.Message)}\""),
        PinMessage => Line.Of($"to pin its card"),
        SetTopic topic => Line.Of($"to set the topic of #{topic.To.Channel}"),
        OpenChannel open => Line.Of($"to open #{open.To.Channel}"),
        ArchiveChannel archive => Line.Of($"to archive #{archive.To.Channel}"),
        InvitePeople invite => Line.Of($"to bring {string.Join(", ", invite.People)} into #{invite.To.Channel}"),
        _ => Line.Of($"to read a message that was picked"),
    };

    private static string Words(Message message) => Excerpt.Of(message.PlainText, Longest);
}
