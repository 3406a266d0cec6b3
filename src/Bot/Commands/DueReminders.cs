using Sitrep.Chat;
using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Times;

namespace Sitrep.Commands;

/// <summary>What a reminder says once it is due.</summary>
public static class DueReminders
{
    /// <summary>The effects of a reminder; none where the incident was closed, or opened again, meanwhile.</summary>
    public static IReadOnlyList<Effect> Effects(Reminder reminder, Incident incident, DateTimeOffset now) =>
        reminder.What == PutAway.What ? PutAway.Effects(incident) : UpdateDue(reminder, incident, now);

    private static IReadOnlyList<Effect> UpdateDue(Reminder reminder, Incident incident, DateTimeOffset now) => !incident.IsOpen
        ? []
        :
        [
            new PostMessage(
                Destination.Of(incident),
                Message.Of(Line.Of($"⏰ The next update on {incident.Id} was promised for {new Moment(reminder.DueAt, TimeText.Of(reminder.DueAt, incident.Zone, now))}. `/incident update …` posts it."))
                    .With(new Button("Post update", $"/incident {incident.Id} update", ButtonLook.Primary))),
        ];
}
