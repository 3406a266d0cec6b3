using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Commands;
using Sitrep.Commands.Events;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;
using Sitrep.Occurrences.Instrumentation;
using Sitrep.Prose;
using Sitrep.Storage;
using Sitrep.Storage.Inbox;
using Sitrep.Storage.Outbox;
using Sitrep.Storage.Rows;

namespace Sitrep.Occurrences;

/// <summary>
/// The one way in. Whatever happens (a command, a chat event, a timer, an effect that was done or refused) is looked up,
/// decided and written here, within the caller's transaction; nothing else writes what a decision holds.
/// </summary>
internal static class Walk
{
    private static readonly Person _bot = Person.Named(Platforms.Bot, "sitrep");

    /// <summary>Decides on an occurrence and writes every consequence. It calls no network.</summary>
    /// <param name="transaction">The open transaction; the caller commits.</param>
    /// <param name="occurrence">What happened.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="settings">How this bot is set up.</param>
    /// <returns>The direct answer, true once the caller has committed; <see cref="Reply.Nothing"/> where nobody waits for one.</returns>
    /// <exception cref="System.Text.Json.JsonException">The incident is damaged; nothing was written.</exception>
    public static Reply Take(StoreTransaction transaction, Occurrence occurrence, DateTimeOffset now, BotSettings settings)
    {
        var key = (occurrence as EventReceived)?.Key;
        if (key is not null && SeenEvents.Find(transaction, key) is { } first) return first with { Repeated = true };
        if (occurrence is EventReceived received) KnownNameRows.Learn(transaction, received.Event);
        var decision = Decide(transaction, occurrence, now, settings);
        DecisionWrites.Write(transaction, decision, now);
        if (key is not null) SeenEvents.Remember(transaction, key, now, decision.Reply);
        return decision.Reply;
    }

    private static Decision Decide(StoreTransaction transaction, Occurrence occurrence, DateTimeOffset now, BotSettings settings) =>
        occurrence switch
        {
            EventReceived received => Answered(transaction, received, now, settings),
            TimerDue due => Due(transaction, due.Timer, IncidentQueries.Find(transaction.Reads, due.Timer.Incident), now, settings),
            TimerOfDamagedIncident due => Due(transaction, due.Timer, null, now, settings),
            EffectDone { Effect: OpenChannel { To.Incident: { } id }, Result: { ExternalId: { } channel, Name: var name } } =>
                EffectRules.Opened(IncidentQueries.Find(transaction.Reads, id), channel, name, settings),
            EffectDone { Effect: UpdateMessage { Line: { } line, Key: var key } } => EffectRules.LineUpdated(key, line),
            EffectDone { Effect: var effect, Result.ExternalId: { } id } => EffectRules.Posted(effect, id),
            EffectDone => Decision.Nothing,
            EffectGivenUp { Effect: { To.Incident: { } id } effect, Reason: var reason } =>
                IncidentQueries.Find(transaction.Reads, id) is { } incident ? GivenUp.Told(incident, effect, reason) : Decision.Nothing,
            EffectGivenUp => Decision.Nothing,
            EffectRefused refused => Refused(transaction, refused, now, settings),
            _ => throw new InvalidOperationException($"An occurrence that nobody decides on: {occurrence.GetType().Name}"),
        };

    private static Decision Answered(StoreTransaction transaction, EventReceived received, DateTimeOffset now, BotSettings settings)
    {
        var reading = CommandInstrumentation.Step("read");
        var input = received.Parsed.Input;
        var situation = SituationReader.Read(transaction, input, received.Event, now, settings);
        reading?.Stop();
        using var deciding = CommandInstrumentation.Step("decide");
        var decision = input switch
        {
            UnknownWord word => Refusals.UnknownWord(situation, word),
            UnknownIncident unknown => Refusals.UnknownIncident(unknown),
            KnownCommand { Command: { NeedsIncident: true } } known when situation.Incident is null => Refusals.NoIncident(
                situation,
                known),
            ChatEventInput happening => LiveMessages.Complete(situation, ChatEventRules.Decide(situation, happening.Event)),
            KnownCommand known => LiveMessages.Complete(situation, known.Command.Answer(situation, known.Arguments)),
            _ => throw new InvalidOperationException($"Nobody decides on {input.GetType().Name}"),
        };
        decision = RefusedField.Mark(RefusalEcho.Complete(decision, received.Parsed), received.Event);
        return received.Parsed.Dropped is { } dropped ? decision.Adding(Line.Of($"{dropped}")) : decision;
    }

    private static Decision Due(StoreTransaction transaction, DueTimer timer, Incident? incident, DateTimeOffset now, BotSettings settings)
    {
        var situation = SituationReader.Read(transaction, incident, _bot, TimerRules.Needs(timer.Purpose), now, settings);
        return LiveMessages.Complete(situation, TimerRules.Decide(situation, timer));
    }

    private static Decision Refused(StoreTransaction transaction, EffectRefused refused, DateTimeOffset now, BotSettings settings)
    {
        if (refused.Effect.To.Incident is not { } id
            || IncidentQueries.Find(transaction.Reads, id) is not { ChannelId: { } channel } incident)
            return Decision.Nothing;
        // An administrator is asked once for each scope, however many effects need it.
        var told = refused.Lacks is not { } scope || OutboxRows.IsKnown(transaction, nameof(TellPerson), scope)
            ? Decision.Nothing
            : EffectRules.ScopeMissing(incident, refused.Reason);
        if (refused.Loss is not { } loss) return told;
        // A person who is not in a private channel hears that there is none.
        if (loss == ChannelLoss.Deleted && incident.Private) loss = ChannelLoss.Removed;
        var lost = new ChannelLost(new(incident.Platform, channel), _bot, null, loss);
        var situation = SituationReader.Read(transaction, new ChatEventInput(lost), lost, now, settings);
        return told.And(EffectRules.ChannelLost(situation, lost, refused.Effect, incident));
    }
}
