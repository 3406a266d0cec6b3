using Sitrep.Chat;
using Sitrep.Commands;
using Sitrep.Incidents;
using Sitrep.Storage;

namespace Sitrep.Outbox;

/// <summary>
/// What a platform refused for good is taken out of its lane. Where the channel itself is out of reach, the incident's
/// people hear of it, and what was to be said there is said where they look next.
/// </summary>
internal static class Refused
{
    private static readonly Person _bot = Person.Named("sitrep");

    /// <summary>Parks the row, and sends what it said elsewhere.</summary>
    public static void Park(StorageTransaction transaction, OutboxRow row, PlatformRefusalException refusal, DateTimeOffset now, BotSettings settings)
    {
        OutboxRows.Park(transaction, row, now, refusal.Message);
        var delivery = row.Delivery;
        // Of several that went as one, each is tried by itself first.
        if (row.Ids.Count > 1 || delivery.Effect.To.Incident is not { } id || IncidentQueries.Find(transaction.Connection, id) is not { ChannelId: { } channel } incident) return;
        if (refusal.Message.StartsWith(LackingScope.Refusal, StringComparison.Ordinal)) TellOnce(transaction, incident, refusal.Message, now);
        if (refusal.Lost is not { } loss) return;
        // Who is not in a private channel hears that there is none.
        if (loss == ChannelLoss.Deleted && incident.Private) loss = ChannelLoss.Removed;
        var lost = new ChannelLost(new(incident.Platform, channel), _bot, null, loss);
        var situation = SituationReader.Read(transaction, new Happening(lost), lost, now, settings);
        if (situation.Incident is not null) DecisionWrites.Write(transaction, Happenings.Decide(situation, lost), now);
        if (SaidElsewhere.Of(delivery.Effect, incident, settings) is { } elsewhere) OutboxRows.Add(transaction, elsewhere, now);
    }

    private static void TellOnce(StorageTransaction transaction, Incident incident, string problem, DateTimeOffset now)
    {
        // The scope stands between quotes: "- pins:write".
        if (!OutboxRows.IsKnown(transaction, nameof(TellPerson), problem.Split('"') is [_, var scope, ..] ? scope : problem))
            OutboxRows.Add(transaction, LackingScope.Told(incident, problem), now);
    }
}
