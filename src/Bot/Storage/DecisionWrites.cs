using Sitrep.Commands;

namespace Sitrep.Storage;

/// <summary>Writes a decision with all its consequences, in the transaction it was made in.</summary>
public static class DecisionWrites
{
    /// <summary>Writes changes, effects and reminders.</summary>
    public static void Write(StorageTransaction transaction, Decision decision, DateTimeOffset now)
    {
        foreach (var change in decision.Changes) IncidentWrites.Write(transaction, change);
        foreach (var effect in decision.Effects) OutboxRows.Add(transaction, effect, now);
        foreach (var key in decision.Cleared) Reminders.Clear(transaction, key);
        foreach (var key in decision.Parked) Reminders.Park(transaction, key);
        foreach (var reminder in decision.Reminders) Reminders.Set(transaction, reminder);
    }
}
