using Sitrep.Commands;
using Sitrep.Storage.Outbox;
using Sitrep.Storage.Rows;
using Sitrep.Storage.Timers;

namespace Sitrep.Storage;

/// <summary>Writes a decision with all its consequences, in the transaction it was made in.</summary>
internal static class DecisionWrites
{
    /// <summary>Writes changes, effects and timers.</summary>
    public static void Write(StoreTransaction transaction, Decision decision, DateTimeOffset now)
    {
        foreach (var change in decision.Changes) IncidentWrites.Write(transaction, change);
        foreach (var effect in decision.Effects) OutboxRows.Add(transaction, effect, now);
        foreach (var message in decision.Messages) PostedMessages.Write(transaction, message);
        foreach (var key in decision.ClearedTimers) TimerRows.Clear(transaction, key);
        foreach (var key in decision.ParkedTimers) TimerRows.Park(transaction, key);
        foreach (var timer in decision.Timers) TimerRows.Set(transaction, timer);
    }
}
