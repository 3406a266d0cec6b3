using Sitrep.Chat.Effects;
using Sitrep.Commands.Incidents;
using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Times;

namespace Sitrep.Commands.Events;

/// <summary>What follows from a reminder that is due.</summary>
public static class TimerRules
{
    /// <summary>The reminder is taken away, and what it was set for is done.</summary>
    /// <param name="reminder">What is due.</param>
    /// <param name="incident">Its incident; null where there is none to remind of.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <returns>A reminder of a kind that a newer version set is parked instead, and the incident's channel hears of it.</returns>
    public static Decision Decide(IncidentTimer reminder, Incident? incident, DateTimeOffset now) => reminder.What switch
    {
        _ when incident is null => Taken(reminder),
        ChannelArchiving.What => Taken(reminder, ChannelArchiving.Effects(incident)),
        UpdateStakeholders.ReminderKind => Taken(reminder, UpdateDue(reminder, incident, now)),
        _ => Decision.Nothing with { Parked = [reminder.Key], Effects = [Unknown(reminder, incident)] },
    };

    private static Decision Taken(IncidentTimer reminder, IReadOnlyList<Effect>? effects = null) =>
        Decision.Nothing with { Cleared = [reminder.Key], Effects = effects ?? [] };

    private static PostMessage Unknown(IncidentTimer reminder, Incident incident) => new(
        Destination.Of(incident),
        Message.Of(Line.Of($"⚠️ A timer of {incident.Id} was due that this version of the bot does not know ({Excerpt.Of(reminder.What, 60)}). It is kept, and nothing was done.")));

    // None where the incident was closed meanwhile.
    private static IReadOnlyList<Effect> UpdateDue(IncidentTimer reminder, Incident incident, DateTimeOffset now) => !incident.IsOpen
        ? []
        :
        [
            new PostMessage(
                Destination.Of(incident),
                Message.Of(Line.Of($"⏰ The next update on {incident.Id} was promised for {new Moment(reminder.DueAt, TimeText.Of(reminder.DueAt, incident.Zone, now))}. `/incident update …` posts it."))
                    .With(new Button("Post update", $"/incident {incident.Id} update", ButtonLook.Primary))),
        ];
}
