using Sitrep.Chat.Effects;
using Sitrep.Commands.Incidents;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands.Events;

/// <summary>Decides on a timer that is due, as on a command: it may record, change, and set the next timer.</summary>
internal static class TimerRules
{
    /// <summary>The knowledge that the rule for a timer needs besides its incident.</summary>
    public static Needs Needs(TimerPurpose? purpose) => purpose switch
    {
        UpdateDue or ArchiveDue or null => Commands.Needs.Nothing,
        _ => throw NobodyDecides(purpose),
    };

    /// <summary>Takes the timer away and does what it was set for.</summary>
    /// <param name="situation">The situation of its incident; without an incident there is nothing to do.</param>
    /// <param name="timer">What is due.</param>
    /// <returns>A timer that this version cannot read is parked instead, and the incident's channel hears of it.</returns>
    public static Decision Decide(Situation situation, DueTimer timer) => (timer.Purpose, situation.Incident) switch
    {
        (_, null) => Done(timer),
        (null, var incident) => Decision.Nothing with { ParkedTimers = [timer.Key], Effects = [Unknown(timer, incident)] },
        (ArchiveDue, var incident) => Done(timer, ChannelArchiving.Effects(incident)),
        (UpdateDue, var incident) => Done(timer, UpdateIsDue(situation, timer, incident)),
        var (purpose, _) => throw NobodyDecides(purpose),
    };

    private static Decision Done(DueTimer timer, IReadOnlyList<Effect>? effects = null) =>
        Decision.Nothing with { ClearedTimers = [timer.Key], Effects = effects ?? [] };

    private static PostMessage Unknown(DueTimer timer, Incident incident) =>
        new(
            Destination.Of(incident),
            Message.Of(
                Line.Of(
                    $"⚠️ A timer of {incident.Id} was due that this version of the bot does not know ({Excerpt.Of(timer.Stored, 100)}). It is kept, and nothing was done."
                )));

    // None where the incident was closed meanwhile.
    private static IReadOnlyList<Effect> UpdateIsDue(Situation situation, DueTimer timer, Incident incident) =>
        !incident.IsOpen
            ? []
            :
            [
                new PostMessage(
                    Destination.Of(incident),
                    Message
                        .Of(
                            Line.Of(
                                $"⏰ {incident.Id}: an update is due ({situation.Show(timer.DueAt)}). `/incident update …` posts it."
                            ))
                        .With(new Button("Post update", $"/incident {incident.Id} update", ButtonLook.Primary))),
            ];

    private static InvalidOperationException NobodyDecides(TimerPurpose purpose) =>
        new($"A timer that nobody decides on: {purpose.GetType().Name}");
}
